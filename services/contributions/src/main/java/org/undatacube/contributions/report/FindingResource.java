package org.undatacube.contributions.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingCount;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;

@Path("/api/v1/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@APIResponse(responseCode = "404", description = "There is none, or it is not published and not the caller's")
public class FindingResource {
    private final Caller caller;
    private final ReportReader reports;
    private final ReportCsv csv;

    FindingResource(Caller caller, ReportReader reports, ReportCsv csv) {
        this.caller = caller;
        this.reports = reports;
        this.csv = csv;
    }

    /**
     * @param counts exact, also where not all findings are stored
     * @param rules by rule, the gravest first
     * @param next the cursor of the next page; none on the last
     */
    @Schema(name = "SubmissionFindings")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FindingsView(
            Finding.Counts counts,
            List<FindingCount> rules,
            List<Finding> findings,
            @Schema(nullable = true) String next) {}

    @GET
    @Path("/findings")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getSubmissionFindings",
            summary = "The warnings and notes of an accepted submission",
            description = "The gravest first, with what the entity says to them; as JSON by page or, all of them, as"
                    + " CSV. Counts are exact; of each rule the first 100,000 findings can be read.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings, counts, and money at stake by rule",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingsView.class)),
                @Content(mediaType = "text/csv")
            })
    public Response findings(
            @PathParam("id") String id,
            @Parameter(description = FindingParameters.RULE, example = "ALIAS-TAKEN") @QueryParam("rule") String rule,
            @Parameter(description = FindingParameters.SEVERITY, example = "warn") @QueryParam("severity")
                    String severity,
            @Parameter(description = FindingParameters.ROW, example = "3") @QueryParam("row") String row,
            @Parameter(description = FindingParameters.FIELD, example = "sdg") @QueryParam("field") String field,
            @Parameter(description = FindingParameters.CURSOR) @QueryParam("cursor") String cursor,
            @Parameter(description = FindingParameters.LIMIT, example = "1000") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Submission submission = Submission.visible(id, caller);
        FindingParameters asked = new FindingParameters(rule, severity, row, field, cursor, limit);
        ReportReader.Page page = reports.page(submission.id, asked.query(), asked.pageSize());
        FindingsView view = new FindingsView(
                new Finding.Counts(0, submission.warnings, submission.notes),
                reports.counts(submission.id),
                page.findings(),
                page.next().map(Object::toString).orElse(null));
        return NextPage.link(Response.ok(view), page.next(), uri).build();
    }

    @GET
    @Path("/findings")
    @Produces("text/csv")
    @PermitAll
    @Transactional
    @Operation(hidden = true)
    public StreamingOutput findingsAsCsv(
            @PathParam("id") String id,
            @QueryParam("rule") String rule,
            @QueryParam("severity") String severity,
            @QueryParam("row") String row,
            @QueryParam("field") String field) {
        Submission submission = Submission.visible(id, caller);
        FindingQuery query = new FindingParameters(rule, severity, row, field, null, null).query();
        return out -> csv.write(submission.id, query, out);
    }
}
