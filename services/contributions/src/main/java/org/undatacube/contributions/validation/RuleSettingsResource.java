package org.undatacube.contributions.validation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Comment;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.http.VersionTag;

@Path("/api/v1/rules/{id}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules")
@APIResponse(responseCode = "404", description = "There is no such rule")
public class RuleSettingsResource {
    private final RuleBook book;

    RuleSettingsResource(RuleBook book) {
        this.book = book;
    }

    /** All settings of a rule, in the place of those before; none: as the catalogue has it. */
    @Schema(name = "RuleSettingsRequest")
    record SettingsRequest(
            List<RuleSetting> settings,

            @Schema(description = "Why, for the audit trail", examples = "SDG tables are complete from 2024 on")
            String reason) {}

    /** The settings of a rule, and all that there were before. */
    @Schema(name = "RuleSettings")
    record SettingsView(
            @Schema(examples = "CONTROL-TOTAL-NOT-REACHED") String rule,
            List<RuleSetting> settings,

            @Schema(description = "All that was ever set, oldest first")
            List<Change> history) {

        /**
         * What was set at once.
         *
         * @param version of all rules' settings, from which on it counts
         */
        @Schema(name = "RuleSettingsChange")
        record Change(String version, List<RuleSetting> settings, String reason, String setBy, Instant setAt) {}

        static SettingsView of(Rule rule, List<RuleBook.Entry> entries) {
            return new SettingsView(
                    rule.id(),
                    entries.isEmpty()
                            ? List.of()
                            : entries.get(entries.size() - 1).settings(),
                    entries.stream()
                            .map(entry -> new Change(
                                    Rule.CATALOGUE + "." + entry.version(),
                                    entry.settings(),
                                    entry.reason(),
                                    entry.setBy(),
                                    entry.setAt()))
                            .toList());
        }
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getRuleSettings",
            summary = "What administrators set for a rule, now and before",
            description = "Each setting with who set it, when and why; the last one is in force.")
    @APIResponse(
            responseCode = "200",
            description = "The settings; their ETag is what If-Match needs",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response get(@Parameter(description = "The rule", example = "TOTAL-JUMP") @PathParam("id") String id) {
        return answer(require(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "setRule",
            summary = "Set a rule's severity and tolerance by year and flow",
            description = "Takes the place of all that was set for the rule; submissions that were judged keep the"
                    + " version that they were judged by. Settings of a rule do not overlap. Rules that protect the"
                    + " form cannot be set.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @APIResponse(responseCode = "400", description = "There is no reason given, or it is not plain text")
    @APIResponse(responseCode = "412", description = "They were changed since they were read")
    @APIResponse(responseCode = "422", description = "The rule cannot be set so; the problem says what can be")
    public Response set(
            @Parameter(description = "The rule", example = "TOTAL-JUMP") @PathParam("id") String id,
            @Parameter(description = "The ETag with which they were read", example = "\"0\"") @HeaderParam("If-Match")
                    String ifMatch,
            SettingsRequest request) {
        Rule rule = require(id);
        String reason = Comment.required(request == null ? null : request.reason(), "reason");
        List<RuleSetting> settings = new SettingsJudge(rule).judge(request.settings());
        book.set(rule, settings, reason, ifMatch);
        return answer(rule);
    }

    static Rule require(String id) {
        return Rule.find(id)
                .orElseThrow(() -> Problem.notFound("There is no rule " + Text.quotable(id) + "; see /api/v1/rules."));
    }

    private Response answer(Rule rule) {
        List<RuleBook.Entry> entries = book.history(rule);
        VersionTag tag = entries.isEmpty()
                ? new VersionTag(0)
                : entries.get(entries.size() - 1).tag();
        return Response.ok(SettingsView.of(rule, entries))
                .header(HttpHeaders.ETAG, tag.header())
                .build();
    }
}
