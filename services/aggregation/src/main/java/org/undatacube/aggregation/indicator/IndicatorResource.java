package org.undatacube.aggregation.indicator;

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
import java.util.Optional;
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
import org.undatacube.aggregation.ask.Asker;
import org.undatacube.aggregation.ask.QueryText;
import org.undatacube.aggregation.ask.ViewResponses;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.SubsetReader;
import org.undatacube.http.Language;
import org.undatacube.http.ProblemMappers;

/** Indicators and their figures. */
@Path(IndicatorResource.ADDRESS)
@Tag(name = "Indicators", description = "Shares and counts of the Funding Compact, the QCPR and the data standards")
public class IndicatorResource {
    static final String ADDRESS = "/api/v1/indicators";

    private static final String CSV = "text/csv";
    private static final String CSV_CONTENT = CSV + ";charset=utf-8;header=present";
    private static final List<String> FORMATS = List.of("json", "csv");

    private final Indicators indicators;
    private final IndicatorQuestions questions;
    private final Asker asker;

    IndicatorResource(Indicators indicators, IndicatorQuestions questions, Asker asker) {
        this.indicators = indicators;
        this.questions = questions;
        this.asker = asker;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listIndicators",
            summary = "All indicators: what they say, how they are computed and of what",
            description = "Numerator and denominator are questions that can be asked of the cubes. proxy says where a"
                    + " figure stands for an official one that cannot be computed from what is reported, and why;"
                    + " obstacle, where there is no figure at all.")
    @APIResponse(
            responseCode = "200",
            description = "The indicators",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = IndicatorView.Summary.class),
                            examples = @ExampleObject(name = "the first", value = IndicatorExamples.LIST)))
    @APIResponse(responseCode = "304", description = "The list that If-None-Match names still stands")
    @APIResponse(
            responseCode = "400",
            description = "There is no such parameter",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response list(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        QueryText.parameters(request, List.of());
        return ViewResponses.of(
                headers,
                indicators.version(),
                Language.ENGLISH,
                Optional.empty(),
                false,
                MediaType.APPLICATION_JSON,
                () -> indicators.all().stream().map(IndicatorView.Summary::of).toList());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            operationId = "getIndicator",
            summary = "An indicator by year and entity: numerator, denominator, value and what they cover",
            description = """
                    Both questions are asked of the same edition. Where an entity's year has only one of them it is left \
                    out of both (or counted as zero where the indicator says so), and missing names it. Ratios have nine \
                    decimals, rounded half to even, and are null where the denominator is zero or nothing is known.""")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "The indicator's name", example = "core-share")
    @Parameter(
            name = SubsetReader.YEAR,
            in = ParameterIn.QUERY,
            description = "Which years: 2024, 2018;2020 or 2022..2024. All without it.",
            example = "2022..2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = SubsetReader.ENTITY,
            in = ParameterIn.QUERY,
            description =
                    "Which entities, separated by ;, or their types; other spellings are understood. All without it.",
            example = "UNDP;UNICEF",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = SubsetReader.BY,
            in = ParameterIn.QUERY,
            description = "A value for each year, each entity or, as year,entity, each of both",
            example = "year,entity",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "year"))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "Asks an earlier edition: the same figures for ever, by the code lists and groups of its day",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "Asks the edition that was the last one at a time, or at the end of a day (UTC)",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.STRUCTURE,
            in = ParameterIn.QUERY,
            description = "By whose classification: then, today or a year, as for aggregate",
            example = "2024",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "then"))
    @Parameter(
            name = ParameterNames.DECIMALS,
            in = ParameterIn.QUERY,
            description = "To how many decimals dollars are rounded; exact without it. Ratios are taken before.",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "9"))
    @Parameter(
            name = ParameterNames.FORMAT,
            in = ParameterIn.QUERY,
            description = "The form of the answer, whatever Accept says",
            example = "json",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv"}))
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
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of figures that you have: 304 where they still stand",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The values. As CSV: the values alone.",
            headers = {
                @Header(
                        name = "Datacube-Edition",
                        description = "The edition that was asked",
                        schema = @Schema(type = SchemaType.INTEGER)),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "Changes when the figures can change",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IndicatorView.class),
                        examples = @ExampleObject(name = "core share of 2024", value = IndicatorExamples.FIGURES)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "core share of 2024", value = IndicatorExamples.CSV))
            })
    @APIResponse(responseCode = "304", description = "The figures that If-None-Match names still stand")
    @APIResponse(
            responseCode = "400",
            description =
                    "A parameter is wrong. The problem names it, the place in it, what is right and the nearest spelling.",
            content =
                    @Content(
                            mediaType = ProblemMappers.PROBLEM_JSON,
                            examples = @ExampleObject(name = "unknown entity", value = IndicatorExamples.PROBLEM)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such indicator; the problem has the nearest spelling",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description =
                    "The code lists were not read yet, the questions took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response get(@PathParam("id") String id, @Context HttpServerRequest request, @Context HttpHeaders headers) {
        Indicator indicator = indicators.require(id);
        Parameters parameters = QueryText.parameters(request, IndicatorQuestions.PARAMETERS);
        boolean isCsv = parameters
                .word(ParameterNames.FORMAT, FORMATS)
                .map("csv"::equals)
                .orElseGet(() -> acceptsCsvFirst(headers));
        Language language = ViewResponses.language(parameters, headers);
        return asker.ask(request, (snapshot, patience) -> {
            IndicatorInquiry asked = questions.inquire(snapshot, indicator, parameters, patience);
            return ViewResponses.of(
                    headers,
                    asked.fingerprint(indicators) + (isCsv ? "-csv" : "-json"),
                    language,
                    Optional.of(asked.scope().edition()),
                    parameters.text(ParameterNames.EDITION).isPresent(),
                    isCsv ? CSV_CONTENT : MediaType.APPLICATION_JSON,
                    () -> isCsv
                            ? IndicatorCsv.bytes(IndicatorView.of(asked, language))
                            : IndicatorView.of(asked, language));
        });
    }

    /** Of the two forms; the framework has refused all others. */
    private static boolean acceptsCsvFirst(HttpHeaders headers) {
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return true;
            }
        }
        return false;
    }
}
