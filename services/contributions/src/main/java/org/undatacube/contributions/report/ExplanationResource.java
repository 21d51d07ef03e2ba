package org.undatacube.contributions.report;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Comment;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.Page;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@APIResponse(responseCode = "404", description = "There is none, or it is not the caller's, or it has no such finding")
public class ExplanationResource {
    private static final int LARGEST_PAGE = 1_000;
    private static final String IF_MATCH = "The ETag with which the submission was read";

    private final Explanations explanations;
    private final Caller caller;

    ExplanationResource(Explanations explanations, Caller caller) {
        this.explanations = explanations;
        this.caller = caller;
    }

    /** What is said to a warning. */
    @Schema(name = "ExplanationRequest")
    record ExplanationRequest(
            @Schema(description = "At most 4,000 characters", examples = "The emergency in Mali ended in 2023.")
            String text) {}

    /**
     * What was said, oldest first; of what was said to the same, the last counts.
     *
     * @param next the cursor of the next page; absent on the last
     */
    @Schema(name = "Explanations")
    record ExplanationsView(
            List<Explanations.Said> explanations,
            @Schema(nullable = true) Long next) {}

    @GET
    @Path("/explanations")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listExplanations",
            summary = "All that the entity ever said to its warnings",
            description = "Also to warnings that a later validation did not find again.")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = ExplanationsView.class)))
    public Response list(
            @PathParam("id") String id,
            @Parameter(description = "The next of the page before", example = "200") @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Explanations a page, 1 to 1000", example = "1000") @QueryParam("limit")
                    String limit,
            @Context UriInfo uri) {
        Submission submission = Submission.visible(id, caller);
        Page<Explanations.Said> page = explanations.of(submission.id, Page.Asked.of(cursor, limit, LARGEST_PAGE));
        ExplanationsView view = new ExplanationsView(page.things(), page.next().orElse(null));
        return NextPage.link(Response.ok(view), page.next(), uri).build();
    }

    @PUT
    @Transactional
    @Path("/findings/{number}/explanation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "explainFinding",
            summary = "Explain a warning",
            description = "Until the submission is certified, by the entity's preparers and certifiers; by the"
                    + " secretariat for what it prepared. It is shown with the finding for ever; a later explanation"
                    + " counts before it.")
    @APIResponse(
            responseCode = "200",
            description = "The submission, whose ETag has changed",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "There is no text, it is not plain text, or it is to a note")
    @APIResponse(responseCode = "403", description = "The key lacks the role or does not act for the entity")
    @APIResponse(responseCode = "409", description = "It is certified or later in its life")
    public Response explain(
            @PathParam("id") String id,
            @Parameter(description = "The finding's number", example = "17") @PathParam("number") String number,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            ExplanationRequest request) {
        if (!number.matches("[0-9]{1,10}")) {
            throw Problem.notFound("A finding has a number.");
        }
        return answer(explanations.explain(Submission.id(id), Long.parseLong(number), text(request), ifMatch));
    }

    @PUT
    @Transactional
    @Path("/rules/{rule}/explanation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "explainRule",
            summary = "Explain all warnings of a rule at once",
            description = "As one warning is explained; what is said to a single one counts before it.")
    @APIResponse(
            responseCode = "200",
            description = "The submission, whose ETag has changed",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "There is no text, or it is not plain text")
    @APIResponse(responseCode = "403", description = "The key lacks the role or does not act for the entity")
    @APIResponse(responseCode = "409", description = "It is certified or later in its life")
    public Response explainAll(
            @PathParam("id") String id,
            @Parameter(description = "The rule", example = "TOTAL-JUMP") @PathParam("rule") String rule,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            ExplanationRequest request) {
        return answer(explanations.explainAll(Submission.id(id), rule, text(request), ifMatch));
    }

    private static String text(ExplanationRequest request) {
        return Comment.required(request == null ? null : request.text(), "text");
    }

    private static Response answer(Submission submission) {
        return Response.ok(SubmissionView.of(submission))
                .header(HttpHeaders.ETAG, submission.tag().header())
                .build();
    }
}
