package org.undatacube.registry.coderequest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.registry.importing.Severity;

/**
 * Something about a request that is not as it should be.
 *
 * @param constraint the constraint that it breaks
 * @param source who demands it
 * @param field the member of the request
 * @param message what is wrong
 * @param expected what would be right, or null
 */
@Schema(name = "CodeRequestFinding")
public record Finding(
        @Schema(examples = "NAME-NEAR") String constraint,
        @Schema(examples = "this project") String source,
        Severity severity,
        @Schema(examples = "name") String field,
        String value,
        String message,
        @Schema(nullable = true) String expected) {}
