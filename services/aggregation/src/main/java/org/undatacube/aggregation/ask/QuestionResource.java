package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.export.MediaTypes;
import org.undatacube.aggregation.preparation.PreparedAnswer;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.ProblemMappers;

/** Totals by any mix of dimensions, where the question is the body. */
@Path("/api/v1/cubes/{cube}/aggregate")
@Tag(name = "Cubes")
public class QuestionResource {
    private final AnswerResponses responses;

    QuestionResource(AnswerResponses responses) {
        this.responses = responses;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({
        MediaTypes.JSON,
        MediaTypes.CSV,
        MediaTypes.NDJSON,
        MediaTypes.COLUMNAR,
        MediaTypes.JSON_STAT,
        MediaTypes.XLSX,
        MediaTypes.PARQUET,
        MediaTypes.ARROW
    })
    @Operation(
            operationId = "aggregateByBody",
            summary = "The same totals, with the question as JSON",
            description = """
                    For questions that are too long for an address. The properties are the parameters of the GET: the same \
                    text, or a list of its items; a cut can also be an object. The `question` of an answer is such a \
                    body. The method QUERY (RFC 10008) takes the same body and answers alike; OpenAPI 3.1 cannot \
                    describe it. Neither changes anything, and neither needs a key.""")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @RequestBody(
            required = true,
            description = "At most 1 MiB",
            content =
                    @Content(
                            schema = @Schema(implementation = AskedQuestion.class),
                            examples = @ExampleObject(name = "by goal and year", value = AskExamples.QUESTION)))
    @APIResponse(
            responseCode = "200",
            description = "As for the GET",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Answer.class),
                        examples = @ExampleObject(name = "by goal and year", value = AskExamples.ANSWER)),
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "by goal and year", value = AskExamples.CSV)),
                @Content(
                        mediaType = MediaTypes.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "by goal and year", value = AskExamples.NDJSON)),
                @Content(
                        mediaType = MediaTypes.COLUMNAR,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples = @ExampleObject(name = "by goal and year", value = AskExamples.COLUMNAR)),
                @Content(mediaType = MediaTypes.JSON_STAT, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(
                        mediaType = MediaTypes.XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = AggregateResource.BINARY)),
                @Content(
                        mediaType = MediaTypes.PARQUET,
                        schema = @Schema(type = SchemaType.STRING, format = AggregateResource.BINARY)),
                @Content(
                        mediaType = MediaTypes.ARROW,
                        schema = @Schema(type = SchemaType.STRING, format = AggregateResource.BINARY))
            })
    @APIResponse(
            responseCode = "202",
            description = "The answer is made while nobody waits: it is too large to be given at once, or Prefer was"
                    + " respond-async. Location is where it is seen how far it is.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = PreparedAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is no JSON object, or a property is wrong, or the cells are too many. The problem"
                    + " has a JSON pointer to what is wrong beside what it has for the GET.",
            content =
                    @Content(
                            mediaType = ProblemMappers.PROBLEM_JSON,
                            examples = @ExampleObject(name = "unknown code", value = AskExamples.BODY_PROBLEM)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "413",
            description = "The body is over 1 MiB",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "415",
            description = "The body is not application/json",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response ask(
            @PathParam("cube") String cube,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @Context Request conditions,
            InputStream body) {
        Flow flow = Cubes.require(cube);
        Parameters parameters = QuestionBody.parameters(request, body, AnswerResponses.PARAMETERS);
        return responses.toBody(flow, parameters, request, headers, conditions, false);
    }

    @Query
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({
        MediaTypes.JSON,
        MediaTypes.CSV,
        MediaTypes.NDJSON,
        MediaTypes.COLUMNAR,
        MediaTypes.JSON_STAT,
        MediaTypes.XLSX,
        MediaTypes.PARQUET,
        MediaTypes.ARROW
    })
    @Operation(hidden = true)
    public Response query(
            @PathParam("cube") String cube,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @Context Request conditions,
            InputStream body) {
        Flow flow = Cubes.require(cube);
        Parameters parameters = QuestionBody.parameters(request, body, AnswerResponses.PARAMETERS);
        return responses.toBody(flow, parameters, request, headers, conditions, true);
    }
}
