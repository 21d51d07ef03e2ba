package org.undatacube.registry.importing;

/**
 * A column that a format reads.
 *
 * @param name as in the header row, in upper or lower case
 * @param required whether a file without it is refused
 */
public record FileColumn(String name, boolean required, String meaning) {}
