package org.undatacube.aggregation.ask;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.http.ProblemMappers;

/** What several operations answer alike, for the OpenAPI document only. The title and version are those of the settings. */
@OpenAPIDefinition(
        info = @Info(title = "UN data cube: aggregation", version = "1"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = CubesApi.ANSWER,
                                    description =
                                            "The cells, their total and what they cover. As CSV: the cells; the rest is in the headers.",
                                    headers = {
                                        @Header(
                                                name = "Datacube-Edition",
                                                description =
                                                        "The edition that was asked; the answer names the last one that changed anything of it",
                                                schema = @Schema(type = SchemaType.INTEGER)),
                                        @Header(
                                                name = "Datacube-Coverage",
                                                description =
                                                        "How much of what is published the answer is taken from (RFC 8941 dictionary)",
                                                schema = @Schema(type = SchemaType.STRING)),
                                        @Header(
                                                name = HttpHeaders.ETAG,
                                                description = "Changes when the answer can change",
                                                schema = @Schema(type = SchemaType.STRING))
                                    },
                                    content = {
                                        @Content(
                                                mediaType = MediaType.APPLICATION_JSON,
                                                schema = @Schema(implementation = Answer.class),
                                                examples =
                                                        @ExampleObject(
                                                                name = "by goal and year",
                                                                value = AskExamples.ANSWER)),
                                        @Content(
                                                mediaType = AggregateResource.CSV,
                                                schema = @Schema(type = SchemaType.STRING),
                                                examples =
                                                        @ExampleObject(
                                                                name = "by goal and year",
                                                                value = AskExamples.CSV))
                                    }),
                            @APIResponse(
                                    name = CubesApi.WRONG_PARAMETER,
                                    description =
                                            "A parameter is wrong, or the cells are too many. The problem names the parameter, the place"
                                                    + " in it, what is right and the nearest spelling.",
                                    content =
                                            @Content(
                                                    mediaType = ProblemMappers.PROBLEM_JSON,
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "misspelt level",
                                                                    value = AskExamples.PROBLEM))),
                            @APIResponse(
                                    name = CubesApi.NO_SUCH_CUBE,
                                    description = "There is no such cube",
                                    content = @Content(mediaType = ProblemMappers.PROBLEM_JSON)),
                            @APIResponse(
                                    name = CubesApi.NOT_NOW,
                                    description =
                                            "The code lists were not read yet, or those of then cannot be; the question took too long or"
                                                    + " too much memory; or there are too many at once",
                                    headers =
                                            @Header(
                                                    name = HttpHeaders.RETRY_AFTER,
                                                    description =
                                                            "After how many seconds to ask again, where that is known",
                                                    schema = @Schema(type = SchemaType.INTEGER)),
                                    content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
                        }))
final class CubesApi {
    static final String ANSWER = "CubeAnswer";
    static final String WRONG_PARAMETER = "WrongQuestion";
    static final String NO_SUCH_CUBE = "NoSuchCube";
    static final String NOT_NOW = "NotAnsweredNow";

    private CubesApi() {}
}
