package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.export.MediaTypes;
import org.undatacube.aggregation.preparation.PreparedAnswer;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.codelists.Flow;
import org.undatacube.http.ProblemMappers;

/** Totals by any mix of dimensions. */
@Path("/api/v1/cubes/{cube}/aggregate")
@Tag(name = "Cubes")
public class AggregateResource {
    static final String BINARY = "binary";

    private final AnswerResponses responses;

    AggregateResource(AnswerResponses responses) {
        this.responses = responses;
    }

    @GET
    @PermitAll
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
            operationId = "aggregate",
            summary = "Totals by any mix of dimensions, with what they cover",
            description = """
                    Every entity's year is taken from exactly one published breakdown that gives all the dimensions of \
                    the question, so that nothing is counted twice; the answer says how much of what is published it \
                    covers. A line that is coded above the level asked for is shown under its own code, so the totals \
                    of all levels agree. Amounts are exact, in United States dollars, written as text.""")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = ParameterNames.DRILLDOWN,
            in = ParameterIn.QUERY,
            description = "The columns of the cells: dimension.level, dimension.hierarchy or year, separated by commas."
                    + " By a hierarchy a line is shown under each group that it belongs to in its year, and under - where"
                    + " it belongs to none. None gives one cell with the grand total.",
            example = "sdg.goal,year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.COLUMNS,
            in = ParameterIn.QUERY,
            description =
                    "Those of the drilldowns that run across: one row for each combination of the others. One drilldown at least"
                            + " is left for the rows.",
            example = "year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.CUT,
            in = ParameterIn.QUERY,
            description =
                    "Conditions, separated by |, that all hold. dimension:codes, dimension:level:codes (on that level),"
                            + " dimension:only:codes (nothing below them) or dimension:hierarchy:groups; codes separated by ;, and"
                            + " 5..8 for all from one to another in list order; ! before a condition for all others. A code selects"
                            + " the lines coded with it or below it; other spellings of a code are understood. A group selects the"
                            + " lines of its members of the line's year, - those in no group. For the year also first..last. At"
                            + " most 1,000 codes a condition.",
            example = "entity:UNDP;WFP|year:2022..2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.WHERE,
            in = ParameterIn.QUERY,
            description =
                    "Conditions on the amounts of single lines, before they are added up, separated by |: amount, an operator (eq, ne,"
                            + " lt, le, gt or ge) and a number",
            example = "amount:ge:1000000|amount:lt:5000000",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.MEASURES,
            in = ParameterIn.QUERY,
            description =
                    "Separated by commas: amount, lines, entities, average, minimum, maximum, distinct.dimension.level,"
                            + " share.total, share.parent, share.row (of columns), and with year among the drilldowns cumulative,"
                            + " change and growth on the year before or, as growth.2018, on a base year",
            example = "amount,share.total",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "amount"))
    @Parameter(
            name = ParameterNames.HAVING,
            in = ParameterIn.QUERY,
            description =
                    "Conditions on cells, separated by |: one of the measures, an operator and a number. It hides cells and changes no"
                            + " figure.",
            example = "amount:ge:1000",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.SUBTOTALS,
            in = ParameterIn.QUERY,
            description =
                    "Which sums are given beside the detail: rollup leaves out the last drilldown, the last two and so on; cube"
                            + " gives every combination of the dimensions (at most 128 sets).",
            example = "rollup",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"none", "rollup", "cube"},
                            defaultValue = "none"))
    @Parameter(
            name = ParameterNames.TOP,
            in = ParameterIn.QUERY,
            description =
                    "Keeps so many members of the last drilldown: those that come first by the first measure in order or, without"
                            + " one, have most of the first measure. The last drilldown is neither the year nor groups that overlap.",
            example = "10",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000"))
    @Parameter(
            name = ParameterNames.PER,
            in = ParameterIn.QUERY,
            description =
                    "With top: the drilldowns, before the last, in each of whose cells the members are ranked anew",
            example = "year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.OTHERS,
            in = ParameterIn.QUERY,
            description = "With top: false, so that the members that are not kept are not given as one cell of others",
            example = "false",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = ParameterNames.ORDER,
            in = ParameterIn.QUERY,
            description =
                    "Measures and drilldowns to sort by, separated by commas, - before one for descending."
                            + " Members come in their code list's order or, as location.country.label, by their names. Ties and the rest are in the order of the drilldowns.",
            example = "-amount",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.LIMIT,
            in = ParameterIn.QUERY,
            description = "How many cells at most. Without it all are given.",
            example = "20",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100000"))
    @Parameter(
            name = ParameterNames.OFFSET,
            in = ParameterIn.QUERY,
            description = "How many cells to leave out before the first",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
    @Parameter(
            name = ParameterNames.STRUCTURE,
            in = ParameterIn.QUERY,
            description =
                    "By whose classification: then (each line by that of its own year), today, or all lines by that of one year",
            example = "2024",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "then"))
    @Parameter(
            name = ParameterNames.CONSOLIDATION,
            in = ParameterIn.QUERY,
            description =
                    "What becomes of transfers from one UN entity to another, which both count: gross (counted), net (left out) or"
                            + " eliminated (nothing else)",
            example = "net",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"gross", "eliminated", "net"},
                            defaultValue = "gross"))
    @Parameter(
            name = ParameterNames.DECIMALS,
            in = ParameterIn.QUERY,
            description = "To how many decimals amounts are rounded; exact without it",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "9"))
    @Parameter(
            name = ParameterNames.ROUNDING,
            in = ParameterIn.QUERY,
            description =
                    "With decimals: half-even (each by itself), or additive (so that the parts add up to the total; without"
                            + " columns, having, subtotals=cube, others=false and groups that overlap)",
            example = "half-even",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"half-even", "additive"},
                            defaultValue = "half-even"))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "Asks an earlier edition: the same answer for ever, by the code lists and groups of its day",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "Asks the edition that was the last one at a time, or at the end of a day (UTC)",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.GAPS,
            in = ParameterIn.QUERY,
            description = "Whether the coverage lists the entities and years that the answer does not cover, and why",
            example = "true",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = ParameterNames.EXPLAIN,
            in = ParameterIn.QUERY,
            description =
                    "Whether the answer has explanation: whether the same question would be answered from the cache"
                            + " (cached), and for each of the aggregations that the engine was asked for its grouping, route"
                            + " (pre-aggregate, with the cuboids that were read, or scan, with the reason), rows that were read,"
                            + " passedOver (smaller cuboids, with what each lacks), cells, milliseconds, and the sql that a scan"
                            + " runs. With JSON alone; such an answer is made anew and kept nowhere.",
            example = "false",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = ParameterNames.FORMAT,
            in = ParameterIn.QUERY,
            description = "The form of the answer, whatever Accept says",
            example = "json",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv", "ndjson", "columnar", "json-stat", "xlsx", "parquet", "arrow"
                            }))
    @Parameter(
            name = ParameterNames.LABELS,
            in = ParameterIn.QUERY,
            description = "What is said of members: their codes (id), their names (name) or both",
            example = "both",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"id", "name", "both"},
                            defaultValue = "both"))
    @Parameter(
            name = ParameterNames.LANGUAGE,
            in = ParameterIn.QUERY,
            description = "The language of names, whatever Accept-Language says; English where there is none in it",
            example = "fr",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"ar", "zh", "en", "fr", "ru", "es"},
                            defaultValue = "en"))
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "respond-async has the answer made while nobody waits (RFC 7240)",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of an answer that you have: 304 where it still stands",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The cells, their total and what they cover. As CSV: the cells; the rest is in the headers.",
            headers = {
                @Header(
                        name = "Datacube-Edition",
                        description = "The edition that was asked",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = "Datacube-Coverage",
                        description = "How much of what is published the answer is taken from (RFC 8941 dictionary)",
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
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = BINARY)),
                @Content(mediaType = MediaTypes.PARQUET, schema = @Schema(type = SchemaType.STRING, format = BINARY)),
                @Content(mediaType = MediaTypes.ARROW, schema = @Schema(type = SchemaType.STRING, format = BINARY))
            })
    @APIResponse(responseCode = "304", description = "The answer that If-None-Match names still stands")
    @APIResponse(
            responseCode = "202",
            description = "The answer is made while nobody waits: it is too large to be given at once, or Prefer was"
                    + " respond-async. Location is where it is seen how far it is.",
            content = @Content(mediaType = MediaTypes.JSON, schema = @Schema(implementation = PreparedAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cells are too many. The problem names the parameter, the place"
                    + " in it, what is right and the nearest spelling.",
            content =
                    @Content(
                            mediaType = ProblemMappers.PROBLEM_JSON,
                            examples = @ExampleObject(name = "misspelt level", value = AskExamples.PROBLEM)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response aggregate(
            @PathParam("cube") String cube,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @Context Request conditions) {
        Flow flow = Cubes.require(cube);
        return responses.toGet(flow, request, headers, conditions);
    }
}
