package org.undatacube.aggregation.lineage;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.ask.Cubes;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.export.MediaTypes;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.http.ProblemMappers;

/** From a figure to its lines and submissions. */
@Path("/api/v1/cubes/{cube}/lineage")
@Tag(name = "Lineage", description = "From figures to the lines and submissions that they are made of, and back")
public class LineageResource {
    private final Lineages lineages;

    LineageResource(Lineages lineages) {
        this.lineages = lineages;
    }

    @GET
    @PermitAll
    @Produces({MediaTypes.JSON, MediaTypes.CSV})
    @Operation(
            operationId = "lineage",
            summary = "The lines and submissions that one cell of an answer is made of",
            description = """
                    Takes the parameters of the question that gave the cell, and the cell's keys. The amounts of the \
                    submissions add up to the cell's, to the digit, and so do the lines of all pages. Each submission has \
                    its content hash, by which it can be seen that it is the one that was certified. As CSV only the \
                    lines are given. A cell of others has no lineage of its own.""")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = ParameterNames.CELL,
            in = ParameterIn.QUERY,
            description =
                    "The cell's keys in the order of the drilldowns, as the answer shows them: codes, years, - for no group, and *"
                            + " for a drilldown that a subtotal is not grouped by. A comma within a code has a backslash before it;"
                            + " or the keys are a JSON list. Without drilldowns there is no cell but the grand total.",
            example = "5,2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.DRILLDOWN,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "sdg.goal,year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.CUT,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "entity:UNDP;WFP|year:2022..2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.WHERE,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "amount:ge:1000000",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.MEASURES,
            in = ParameterIn.QUERY,
            description = "As for aggregate: distinct measures need dimensions, and so decide which breakdown answers",
            example = "amount",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "amount"))
    @Parameter(
            name = ParameterNames.STRUCTURE,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "today",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "then"))
    @Parameter(
            name = ParameterNames.CONSOLIDATION,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "gross",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"gross", "eliminated", "net"},
                            defaultValue = "gross"))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.LIMIT,
            in = ParameterIn.QUERY,
            description = "How many lines at most",
            example = "100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "100"))
    @Parameter(
            name = ParameterNames.OFFSET,
            in = ParameterIn.QUERY,
            description = "How many lines to leave out before the first",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Parameter(
            name = ParameterNames.LANGUAGE,
            in = ParameterIn.QUERY,
            description = "The language of names, whatever Accept-Language says",
            example = "fr",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                            defaultValue = "en"))
    @Parameter(
            name = ParameterNames.FORMAT,
            in = ParameterIn.QUERY,
            description = "The form of the answer, whatever Accept says",
            example = "json",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The cell, its submissions and a page of its lines; Link leads to the next page",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Lineage.class),
                        examples = @ExampleObject(name = "of a goal and year", value = LineageExamples.LINEAGE)),
                @Content(
                        mediaType = MediaTypes.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "of a goal and year", value = LineageExamples.CSV))
            })
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is wrong. The problem names the parameter, the place in it, what is right and the"
                            + " nearest spelling.",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response lineage(
            @PathParam("cube") String cube, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        Lineages.Asked asked =
                Lineages.Asked.of(Cubes.require(cube), request, List.of(ParameterNames.CELL, ParameterNames.FORMAT));
        boolean isCsv = asked.parameters()
                .word(ParameterNames.FORMAT, List.of(Format.JSON.code(), Format.CSV.code()))
                .map(Format.CSV.code()::equals)
                .orElseGet(() -> LineageResponses.prefersCsv(headers));
        Lineage lineage = lineages.trace(asked);
        return isCsv ? LineageResponses.csv(lineage) : LineageResponses.json(lineage);
    }

    @GET
    @Path("/{submission}")
    @PermitAll
    @Produces(MediaTypes.JSON)
    @Operation(
            operationId = "lineageOfSubmission",
            summary = "The cells of a question that a submission feeds",
            description = """
                    For each cell what the submission's lines in it add up to, and what all of its lines do; and where the \
                    submission stands in the edition that is asked, or since which edition it does not any more.""")
    @Parameter(
            name = "submission",
            in = ParameterIn.PATH,
            description = "The submission's identifier",
            example = "0190163d-8694-739b-aea5-966c26f8ad91")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = ParameterNames.DRILLDOWN,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "sdg.goal,year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.CUT,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "entity:UNDP;WFP|year:2022..2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.WHERE,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "amount:ge:1000000",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.MEASURES,
            in = ParameterIn.QUERY,
            description = "As for aggregate: distinct measures need dimensions, and so decide which breakdown answers",
            example = "amount",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "amount"))
    @Parameter(
            name = ParameterNames.STRUCTURE,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "today",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "then"))
    @Parameter(
            name = ParameterNames.CONSOLIDATION,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "gross",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"gross", "eliminated", "net"},
                            defaultValue = "gross"))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.LIMIT,
            in = ParameterIn.QUERY,
            description = "How many cells at most",
            example = "100",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "100"))
    @Parameter(
            name = ParameterNames.OFFSET,
            in = ParameterIn.QUERY,
            description = "How many cells to leave out before the first",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Parameter(
            name = ParameterNames.LANGUAGE,
            in = ParameterIn.QUERY,
            description = "The language of names, whatever Accept-Language says",
            example = "fr",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                            defaultValue = "en"))
    @APIResponse(
            responseCode = "200",
            description = "The submission and a page of the cells; Link leads to the next page",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = FedCells.class),
                            examples = @ExampleObject(name = "by year", value = LineageExamples.FED_CELLS)))
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is wrong. The problem names the parameter, the place in it, what is right and the"
                            + " nearest spelling.",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube, or no such submission was published of it",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response ofSubmission(
            @PathParam("cube") String cube,
            @PathParam("submission") String submission,
            @Context HttpServerRequest request) {
        return LineageResponses.json(
                lineages.feed(Lineages.Asked.of(Cubes.require(cube), request, List.of()), submission));
    }
}
