package org.undatacube.contributions.window;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.http.Caller;

/** A window as the API shows it. */
@Schema(name = "ReportingWindow")
record ReportingWindowView(
        @Schema(examples = "2024") int year,
        @Schema(examples = "2025-01-15T00:00:00Z") Instant opens,

        @Schema(description = "The last moment", examples = "2025-05-31T23:59:59Z")
        Instant deadline,

        List<ExtensionView> extensions) {

    /** @param reason shown to those who act for the entity, else null */
    @Schema(name = "ReportingWindowExtension")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExtensionView(
            @Schema(examples = "UNDP") String entity,
            Instant deadline,

            @Schema(nullable = true, description = "Shown to those who act for the entity")
            String reason) {}

    static ReportingWindowView of(ReportingWindow window, Caller caller) {
        return new ReportingWindowView(
                window.year,
                window.opens,
                window.deadline,
                window.extensions.entrySet().stream()
                        .map(granted -> new ExtensionView(
                                granted.getKey(),
                                granted.getValue().until(),
                                caller.actsFor(granted.getKey())
                                        ? granted.getValue().reason()
                                        : null))
                        .toList());
    }
}
