package org.undatacube.contributions.lifecycle;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.audit.AuditStep;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.Role;

@Path("/api/v1/submissions/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class HistoryResource {
    private final AuditTrail trail;
    private final Caller caller;

    HistoryResource(AuditTrail trail, Caller caller) {
        this.trail = trail;
        this.caller = caller;
    }

    /** The steps of one submission. */
    @Schema(name = "SubmissionHistory")
    public record History(List<AuditStep> steps) {}

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "getSubmissionHistory",
            summary = "What was done to a submission, when, by whom, and with which comment",
            description = "For those who act for its entity; oldest first.")
    @APIResponse(responseCode = "200", description = "Its steps of the audit trail")
    @APIResponse(responseCode = "401", description = "Credentials needed")
    @APIResponse(responseCode = "403", description = "It is published, but another entity's")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    public History history(@PathParam("id") String id) {
        Submission submission = Submission.visible(id, caller);
        caller.requireActsFor(submission.entity);
        return new History(trail.of(submission.id));
    }
}
