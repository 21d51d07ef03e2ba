package org.undatacube.registry.rate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.registry.importing.Severity;

/**
 * Something in an imported file of rates that is not as it should be.
 *
 * @param row the line of the file, the header's being 1
 * @param field the column's name in the file
 * @param message what is wrong and what was done about it
 * @param expected what would be right, or null
 */
@Schema(name = "ExchangeRateFinding")
public record RateFinding(
        long row,
        String field,
        String value,
        Severity severity,
        String message,
        @Schema(nullable = true) String expected) {}
