package org.undatacube.contributions.job;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.SearchParameters;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/jobs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs", description = "Work that goes on after its request was answered with 202")
@APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
public class JobResource {
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);
    private static final int BAD_REQUEST = 400;

    private final JobStore store;
    private final Jobs jobs;
    private final Caller caller;

    JobResource(JobStore store, Jobs jobs, Caller caller) {
        this.store = store;
        this.jobs = jobs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getJob",
            summary = "How far a job is",
            description =
                    "For the keys of its entity, and the secretariat. As JSON, or with Accept: text/event-stream as"
                            + " a stream of the same, twice a second until its end.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Job.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Job.class))
            })
    public Response get(@PathParam("id") String id) throws SQLException {
        return Response.ok(require(id)).header("Cache-Control", "no-store").build();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(hidden = true)
    @Blocking
    public Multi<OutboundSseEvent> watch(@PathParam("id") String id, @Context Sse sse) throws SQLException {
        UUID job = require(id).id();
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_EVENTS)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> find(job))
                .select()
                .first(Job::isUnfinished)
                .map(found -> event(found, sse))
                .onCompletion()
                .continueWith(() -> List.of(event(find(job), sse)));
    }

    @GET
    @Path("/result")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getJobResult",
            summary = "What the request would have been answered, had it been waited for",
            description = "With the same status, headers and body: a submission, a part, or a problem. Kept for days.")
    @APIResponse(responseCode = "201", description = "What was made")
    @APIResponse(responseCode = "409", description = "It has come to no answer: not yet, or never will")
    @APIResponse(responseCode = "422", description = "The submission was rejected; the findings say why")
    public Response result(@PathParam("id") String id) throws SQLException {
        Job job = require(id);
        Optional<KeptAnswer> result = store.result(job.id());
        if (result.isEmpty()) {
            throw new Problem(
                            ContributionProblem.JOB_WITHOUT_RESULT,
                            "The job is " + job.state().code() + ".")
                    .with("state", job.state());
        }
        Response answer = result.get().response();
        if (answer.getStatus() < BAD_REQUEST) {
            return answer;
        }
        return Response.fromResponse(answer).type("application/problem+json").build();
    }

    @DELETE
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "cancelJob",
            summary = "Cancel a job",
            description = "Once this is answered with 200 nothing of it is stored, and nothing will be.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled",
            content = @Content(schema = @Schema(implementation = Job.class)))
    @APIResponse(responseCode = "409", description = "It came to its end before")
    public Job cancel(@PathParam("id") String id) throws SQLException {
        Job job = require(id);
        boolean cancelled = store.cancel(job.id());
        Job after = require(id);
        if (!cancelled && after.state() != Job.State.CANCELLED) {
            throw new Problem(
                            ContributionProblem.JOB_FINISHED,
                            "The job is " + after.state().code() + ".")
                    .with("state", after.state());
        }
        jobs.cancelled(job.id());
        return after;
    }

    private Job require(String id) throws SQLException {
        if (!SearchParameters.isId(id)) {
            throw Problem.notFound("There is no job " + id + ".");
        }
        return store.find(UUID.fromString(id))
                .filter(job -> job.isVisibleTo(caller))
                .orElseThrow(() -> Problem.notFound("There is no job " + id + "."));
    }

    private Job find(UUID id) {
        try {
            return store.find(id).orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("The job could not be read", e);
        }
    }

    private static OutboundSseEvent event(Job job, Sse sse) {
        return sse.newEventBuilder()
                .name(job.isUnfinished() ? "progress" : "end")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Job.class, job)
                .build();
    }
}
