package org.undatacube.contributions.submission;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.SubmissionSearch.Page;
import org.undatacube.contributions.submission.SubmissionSearch.Sight;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.VersionTag;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions", description = "What entities report, its validation and its lines")
public class SubmissionResource {
    private static final int LARGEST_PAGE = 200;

    private final Caller caller;
    private final FindingStore findings;
    private final LineChoice choice;

    SubmissionResource(Caller caller, FindingStore findings, LineChoice choice) {
        this.findings = findings;
        this.choice = choice;
        this.caller = caller;
    }

    /** @param next the cursor of the next page; absent on the last */
    @Schema(name = "SubmissionPage")
    public record SubmissionPage(List<SubmissionView> submissions, UUID next) {}

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listSubmissions",
            summary = "Submissions, newest first",
            description = "Published and superseded ones are public; the others are listed for callers that act for"
                    + " their entity.")
    @APIResponse(responseCode = "200", description = "A page; the Link header leads to the next")
    public Response list(
            @Parameter(description = "Entity code", example = "UNDP") @QueryParam("entity") String entity,
            @Parameter(description = "Reporting year", example = "2024") @QueryParam("year") String year,
            @Parameter(description = "revenue or expense", example = "expense") @QueryParam("flow") String flow,
            @Parameter(description = "Status", example = "published") @QueryParam("status") String status,
            @Parameter(description = "The next of the page before") @QueryParam("cursor") String cursor,
            @Parameter(description = "Submissions a page, 1 to 200", example = "50")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Context UriInfo uri) {
        SubmissionSearch search = new SubmissionSearch(
                SearchParameters.text("entity", entity),
                SearchParameters.year(year),
                SearchParameters.choice("flow", flow, Flow::find, "revenue or expense"),
                SearchParameters.choice("status", status, Status::find, Status.CHOICES),
                SearchParameters.id("cursor", cursor),
                SearchParameters.limit(limit, LARGEST_PAGE));
        Page page = search.find(sight());
        Response.ResponseBuilder answer = Response.ok(new SubmissionPage(
                page.submissions().stream().map(SubmissionView::of).toList(),
                page.next().orElse(null)));
        return NextPage.link(answer, page.next(), uri).build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getSubmission",
            summary = "One submission with its breakdowns",
            description =
                    "Its status, its totals and what each of its breakdowns has. What is published is open to all.")
    @APIResponse(
            responseCode = "200",
            description = "The submission; its ETag is what If-Match needs",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is not published and not the caller's")
    @APIResponse(responseCode = "304", description = "It did not change since If-None-Match")
    public Response get(@PathParam("id") String id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Submission submission = visible(id);
        VersionTag tag = submission.tag();
        return (tag.names(ifNoneMatch) ? Response.notModified() : Response.ok(SubmissionView.of(submission)))
                .header("ETag", tag.header())
                .build();
    }

    @GET
    @Path("/{id}/lines/{lineId}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getSubmissionLine",
            summary = "One line, by the entity's own identifier, with what is said about it",
            description =
                    "The identifier is the one that the entity gave the line. Where several breakdowns use it, breakdown says which is meant.")
    @APIResponse(responseCode = "200", description = "The line; the ETag is the submission's")
    @APIResponse(responseCode = "404", description = "There is none, or it is not published and not the caller's")
    @APIResponse(responseCode = "409", description = "Several lines have the identifier")
    public Response line(
            @PathParam("id") String id,
            @Parameter(description = "The entity's own identifier", example = "2024-0017") @PathParam("lineId")
                    String lineId,
            @Parameter(description = "Number or dimensions of its breakdown", example = "function,location")
                    @QueryParam("breakdown")
                    String breakdown,
            @Parameter(description = "Its number within the breakdown", example = "17") @QueryParam("line") String line)
            throws SQLException {
        Submission submission = visible(id);
        SubmittedLine found = choice.require(submission, new LineChoice.Asked(lineId, breakdown, line));
        return Response.ok(LineView.of(found, submission, findings.of(submission.id, found.key())))
                .header("ETag", submission.tag().header())
                .build();
    }

    private Submission visible(String id) {
        return Submission.visible(id, caller);
    }

    private Sight sight() {
        if (caller.isSecretariat()) {
            return new Sight.Everything();
        }
        Optional<String> entity = caller.entity();
        return entity.isPresent() ? new Sight.Of(entity.get()) : new Sight.PublicOnly();
    }
}
