package org.undatacube.registry.importing;

/**
 * Something in an imported file that is not as it should be.
 *
 * @param row the line of the file, the header's being 1
 * @param field the column's name in the file
 * @param message what is wrong and what was done about it
 */
public record Finding(long row, String field, String value, Severity severity, String message) {}
