package org.undatacube.aggregation.preparation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.FileResponses;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemMappers;

/** Answers that are made while nobody waits. */
@Path("/api/v1/answers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Answers",
        description = "Answers to questions that were answered with 202: too large to wait for, or asked with Prefer:"
                + " respond-async. Whoever knows an address may use it")
public class PreparedAnswerResource {
    private static final String ID = "As Location named it";
    private static final String EXAMPLE = "0190163d-8694-439b-aea5-966c26f8ad91";
    private static final String OCTETS = "application/octet-stream";

    private final Preparations preparations;

    PreparedAnswerResource(Preparations preparations) {
        this.preparations = preparations;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getPreparedAnswer",
            summary = "How far an answer is",
            description = "Once state is succeeded, dataHref says where it is fetched, and expiresAt until when.")
    @APIResponse(
            responseCode = "200",
            description = "The answer's state",
            content = @Content(schema = @Schema(implementation = PreparedAnswer.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is none, or it has expired",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response get(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id) {
        return Response.ok(preparations.require(id).view())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/data")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getPreparedAnswerData",
            summary = "The answer",
            description = "In the format that was asked for, with the headers that it would have had at once. A part of"
                    + " it can be fetched with Range, so that a broken transfer is taken up again.")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(mediaType = OCTETS, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range asked for",
            content = @Content(mediaType = OCTETS, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "404",
            description = "There is none, or it has expired",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "409",
            description = "It is not ready: not yet, or never will be",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(responseCode = "416", description = "There is no such part")
    public Response data(
            @Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id,
            @Context HttpHeaders headers,
            @Context Request request) {
        Preparation preparation = preparations.require(id);
        if (!preparation.isReady()) {
            PreparedAnswer view = preparation.view();
            throw new Problem(
                            AggregationProblem.NOT_READY,
                            "The answer is " + view.state().code() + ".")
                    .with("state", view.state())
                    .with("failure", view.problem());
        }
        Response.ResponseBuilder response = FileResponses.of(preparation.file(), id, headers, request);
        preparation.order().headers().forEach(response::header);
        return response.header(HttpHeaders.CACHE_CONTROL, "private, immutable").build();
    }

    @DELETE
    @PermitAll
    @Operation(
            operationId = "deletePreparedAnswer",
            summary = "Cancel an answer, or let go of it",
            description = "What is being made is given up, what was made cannot be fetched any more.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(
            responseCode = "404",
            description = "There is none, or it has expired",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public void delete(@Parameter(description = ID, example = EXAMPLE) @PathParam("id") String id) {
        preparations.end(preparations.require(id));
    }
}
