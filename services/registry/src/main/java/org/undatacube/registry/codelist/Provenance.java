package org.undatacube.registry.codelist;

/**
 * Who changes a list, and why.
 *
 * @param by the identifier of a key, or what did it
 */
public record Provenance(String by, String reason) {}
