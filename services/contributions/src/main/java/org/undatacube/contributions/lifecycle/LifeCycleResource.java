package org.undatacube.contributions.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.contributions.submission.Comment;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.http.Caller;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.Role;

@Path("/api/v1/submissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
@APIResponse(
        responseCode = "409",
        description = "Its status does not allow this; or a request with the same Idempotency-Key is being answered")
public class LifeCycleResource {
    private static final String IF_MATCH = "The ETag with which it was read";
    private static final String KEY = "Sent again with the same request it gives the same answer";

    private final LifeCycle lifeCycle;
    private final DraftValidation validation;
    private final IdempotentRequests requests;
    private final Caller caller;

    LifeCycleResource(LifeCycle lifeCycle, DraftValidation validation, IdempotentRequests requests, Caller caller) {
        this.lifeCycle = lifeCycle;
        this.validation = validation;
        this.requests = requests;
        this.caller = caller;
    }

    /** Words on a step. */
    @Schema(name = "StepRequest")
    public record StepRequest(
            @Schema(
                    description = "At most 4,000 characters; needed where a submission is returned",
                    examples = "The total of Mali differs from the audited statement.")
            String comment) {}

    @POST
    @Path("/validation")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "validateSubmission",
            summary = "Judge a draft, or what was returned and mended, as a whole",
            description = "By the rules on breakdowns, totals and the reporting window; its lines were judged when they"
                    + " came in.")
    @APIResponse(
            responseCode = "200",
            description = "It is validated",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "422", description = "Rejected, with all findings; it stays as it was")
    public Response validate(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY, example = "a-uuid") @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri) {
        UUID submission = Submission.id(id);
        return answer(key, uri, null, () -> validation.validate(submission, ifMatch));
    }

    @POST
    @Path("/certification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "certifySubmission",
            summary = "Answer for a validated submission",
            description = "With another key than those that prepared it: a certifier of its entity, or the secretariat"
                    + " for figures that the secretariat prepared. It does not change any more; contentHash says what"
                    + " was certified.")
    @APIResponse(
            responseCode = "200",
            description = "It is certified",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "The comment is not plain text")
    @APIResponse(responseCode = "403", description = "The key lacks the role, or prepared it itself")
    public Response certify(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY, example = "a-uuid") @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri,
            StepRequest request) {
        UUID submission = Submission.id(id);
        String comment = Comment.optional(words(request), "comment");
        return answer(key, uri, request, () -> lifeCycle.certify(submission, ifMatch, comment));
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "returnSubmission",
            summary = "Give a validated or certified submission back to its preparers",
            description = "The comment says why. A certificate is void.")
    @APIResponse(
            responseCode = "200",
            description = "It is returned",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "There is no comment, or it is not plain text")
    public Response sendBack(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY, example = "a-uuid") @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri,
            StepRequest request) {
        UUID submission = Submission.id(id);
        String comment = Comment.required(words(request), "comment");
        return answer(key, uri, request, () -> lifeCycle.sendBack(submission, ifMatch, comment));
    }

    @POST
    @Path("/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "reopenSubmission",
            summary = "Take a validated submission back to mend it",
            description = "Its status becomes returned. What is certified is given back by a certifier instead.")
    @APIResponse(
            responseCode = "200",
            description = "It can be changed again",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "The comment is not plain text")
    public Response reopen(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY, example = "a-uuid") @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri,
            StepRequest request) {
        UUID submission = Submission.id(id);
        String comment = Comment.optional(words(request), "comment");
        return answer(key, uri, request, () -> lifeCycle.reopen(submission, ifMatch, comment));
    }

    @POST
    @Path("/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "withdrawSubmission",
            summary = "Take back what is not published",
            description = "It stays readable for those who act for its entity, and is never published. What is"
                    + " published is replaced by a restatement instead.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "The comment is not plain text")
    public Response withdraw(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY, example = "a-uuid") @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri,
            StepRequest request) {
        UUID submission = Submission.id(id);
        String comment = Comment.optional(words(request), "comment");
        return answer(key, uri, request, () -> lifeCycle.withdraw(submission, ifMatch, comment));
    }

    private Response answer(String key, UriInfo uri, StepRequest body, Callable<Submission> step) {
        IdempotentRequest request = IdempotentRequest.post(key, caller.name(), uri.getRequestUri(), body);
        return requests.answer(request, () -> {
                    Submission submission = step.call();
                    return Outcome.changed(submission.tag(), SubmissionView.of(submission));
                })
                .response();
    }

    private static String words(StepRequest request) {
        return request == null ? null : request.comment();
    }
}
