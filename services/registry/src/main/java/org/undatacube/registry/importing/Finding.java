package org.undatacube.registry.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something in an imported file that is not as it should be.
 *
 * @param row the line of the file on which the row begins, the header's being 1
 * @param field the column's name in the file
 * @param value what stands there, blanks included
 * @param message what is wrong and what was done about it
 * @param expected what would be right, or null where only the file's owner can know
 */
public record Finding(
        long row,
        String field,
        String value,
        Severity severity,
        String message,
        @Schema(nullable = true) String expected) {}
