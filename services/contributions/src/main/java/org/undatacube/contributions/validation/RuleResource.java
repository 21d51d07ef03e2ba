package org.undatacube.contributions.validation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "What submissions are judged by")
public class RuleResource {

    /** A rule as the API shows it. */
    @Schema(name = "Rule")
    public record RuleView(
            @Schema(examples = "UNKNOWN-CODE") String id,

            @Schema(examples = "A code is in the code list of its dimension.")
            String text,

            Severity severity,
            List<Flow> flows,

            @Schema(description = "The data standard or the practice that it comes from")
            String source) {

        static RuleView of(Rule rule) {
            List<Flow> flows = rule.flow() == null ? List.of(Flow.values()) : List.of(rule.flow());
            return new RuleView(rule.id(), rule.text(), rule.severity(), flows, rule.source());
        }
    }

    /** The catalogue in one version. */
    @Schema(name = "Rules")
    public record Rules(String version, List<RuleView> rules) {}

    @GET
    @PermitAll
    @Operation(operationId = "listRules", summary = "The rules of validation")
    @APIResponse(responseCode = "200", description = "All rules, those of the data format first")
    public Rules list() {
        return new Rules(
                Rule.VERSION, Stream.of(Rule.values()).map(RuleView::of).toList());
    }
}
