package org.undatacube.contributions.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.SearchParameters;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/validation-reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Validation reports", description = "What was found in submissions that were refused, or only tried")
@APIResponse(responseCode = "404", description = "There is none, it was kept long enough, or it is another entity's")
public class ReportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Caller caller;
    private final ReportReader reports;
    private final ReportCsv csv;
    private final ReportWorkbooks workbooks;

    ReportResource(Caller caller, ReportReader reports, ReportCsv csv, ReportWorkbooks workbooks) {
        this.caller = caller;
        this.reports = reports;
        this.csv = csv;
        this.workbooks = workbooks;
    }

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getValidationReport",
            summary = "All that was found in a submission that was not stored",
            description = "The gravest first; as JSON by page or, all of it, as CSV. For the sender's entity and the"
                    + " secretariat, for seven days. Counts are exact; of each rule the first 100,000 findings can be"
                    + " read.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings, counts, and money at stake by rule",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = "text/csv")
            })
    public Response report(
            @PathParam("id") String id,
            @Parameter(description = FindingParameters.RULE, example = "UNKNOWN-CODE") @QueryParam("rule") String rule,
            @Parameter(description = FindingParameters.SEVERITY, example = "reject") @QueryParam("severity")
                    String severity,
            @Parameter(description = FindingParameters.ROW, example = "3") @QueryParam("row") String row,
            @Parameter(description = FindingParameters.FIELD, example = "sdg") @QueryParam("field") String field,
            @Parameter(description = FindingParameters.CURSOR) @QueryParam("cursor") String cursor,
            @Parameter(description = FindingParameters.LIMIT, example = "1000") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        ValidationReport report = visible(id);
        FindingParameters asked = new FindingParameters(rule, severity, row, field, cursor, limit);
        ReportReader.Page page = reports.page(report.id(), asked.query(), asked.pageSize());
        ReportView view = ReportView.of(report, reports.counts(report.id()), page);
        return NextPage.link(Response.ok(view), page.next(), uri).build();
    }

    @GET
    @Produces("text/csv")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(hidden = true)
    public StreamingOutput reportAsCsv(
            @PathParam("id") String id,
            @QueryParam("rule") String rule,
            @QueryParam("severity") String severity,
            @QueryParam("row") String row,
            @QueryParam("field") String field) {
        ValidationReport report = visible(id);
        FindingQuery query = new FindingParameters(rule, severity, row, field, null, null).query();
        return out -> csv.write(report.id(), query, out);
    }

    @GET
    @Path("/workbook")
    @Produces(XLSX)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getAnnotatedWorkbook",
            summary = "The workbook that was sent, with the findings as comments in its cells",
            description = "Of workbooks of at most 4 MiB, 32 MiB unpacked: 1,000 cells are commented; what is found"
                    + " beyond, or about no cell, is on a sheet of its own.")
    @APIResponse(responseCode = "200", description = "The workbook", content = @Content(mediaType = XLSX))
    @APIResponse(responseCode = "413", description = "It unpacks to more than 32 MiB")
    @APIResponse(responseCode = "503", description = "Another one is being annotated")
    public Response workbook(@PathParam("id") String id) throws IOException {
        ValidationReport report = visible(id);
        byte[] workbook = workbooks
                .find(report.id())
                .orElseThrow(() -> Problem.notFound(
                        "The report is not about a workbook, or about one that is too large" + " to be given back."));
        ByteArrayOutputStream annotated = new ByteArrayOutputStream();
        workbooks.write(report.id(), workbook, annotated);
        return Response.ok(annotated.toByteArray())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings-" + report.id() + ".xlsx\"")
                .build();
    }

    private ValidationReport visible(String id) {
        Optional<UUID> report = Optional.of(id).filter(SearchParameters::isId).map(UUID::fromString);
        return report.flatMap(reports::find)
                .filter(found -> found.isVisibleTo(caller))
                .orElseThrow(() -> Problem.notFound("There is no such report, or it was kept long enough."));
    }
}
