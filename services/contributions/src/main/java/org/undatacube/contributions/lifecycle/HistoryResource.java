package org.undatacube.contributions.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.audit.AuditSearch;
import org.undatacube.contributions.audit.AuditStep;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.Page;
import org.undatacube.http.Role;

@Path("/api/v1/submissions/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class HistoryResource {
    private static final int LARGEST_PAGE = 1_000;

    private final AuditSearch search;
    private final Caller caller;

    HistoryResource(AuditSearch search, Caller caller) {
        this.search = search;
        this.caller = caller;
    }

    /**
     * Steps of one submission.
     *
     * @param next the cursor of the next page; absent on the last
     */
    @Schema(name = "SubmissionHistory")
    public record History(
            List<AuditStep> steps, @Schema(nullable = true) Long next) {}

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "getSubmissionHistory",
            summary = "What was done to a submission, when, by whom, and with which comment",
            description = "For those who act for its entity; oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of its steps of the audit trail; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = History.class)))
    @APIResponse(responseCode = "403", description = "It is published, but another entity's")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    public Response history(
            @PathParam("id") String id,
            @Parameter(description = "The next of the page before", example = "200") @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Steps a page, 1 to 1000", example = "1000") @QueryParam("limit") String limit,
            @Context UriInfo uri)
            throws SQLException {
        Submission submission = Submission.visible(id, caller);
        caller.requireActsFor(submission.entity);
        Page<AuditStep> page = search.of(submission.id, Page.Asked.of(cursor, limit, LARGEST_PAGE));
        History history = new History(page.things(), page.next().orElse(null));
        return NextPage.link(Response.ok(history), page.next(), uri).build();
    }
}
