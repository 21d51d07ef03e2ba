package org.undatacube.contributions.template;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.validation.Vocabularies;
import org.undatacube.http.Problem;

@Path("/api/v1/templates")
@Tag(name = "Submissions")
public class TemplateResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FIRST_YEAR = 2011;
    private static final int MOST_BREAKDOWNS = 10;
    private static final Map<Flow, List<String>> MOSTLY_REPORTED =
            Map.of(Flow.EXPENSE, List.of("function,location", "sdg"), Flow.REVENUE, List.of("instrument,contributor"));

    private final Vocabularies vocabularies;
    private final Clock clock;

    TemplateResource(Vocabularies vocabularies, Clock clock) {
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    @GET
    @Path("/{flow}")
    @PermitAll
    @Produces(XLSX)
    @Operation(
            operationId = "template",
            summary = "A workbook to fill in and to submit",
            description = "With lists to choose from of all codes that may be reported in the year, and an explanation,"
                    + " in one of the six official languages. What is chosen is read as its code.")
    @APIResponse(
            responseCode = "200",
            description = "A sheet Submission, a sheet for each breakdown, and one that explains",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response template(
            @Parameter(description = "revenue or expense", example = "expense") @PathParam("flow") String flow,
            @Parameter(description = "ar, zh, en, fr, ru or es", example = "fr") @QueryParam("lang") @DefaultValue("en")
                    String language,
            @Parameter(
                            description = "The dimensions of a breakdown; given again for each further one",
                            example = "[\"function,location\"]")
                    @QueryParam("breakdown")
                    List<String> breakdowns,
            @Parameter(description = "Reporting year; last year where it is left out", example = "2024")
                    @QueryParam("year")
                    String year) {
        Flow of = Flow.find(flow)
                .orElseThrow(() -> Problem.invalidParameter("flow", flow, "No flow is called so.", "revenue, expense"));
        Texts texts = Texts.of(language)
                .orElseThrow(() -> Problem.invalidParameter(
                        "lang", language, "There are no templates in this language.", Texts.LANGUAGES));
        List<String> wanted = breakdowns.isEmpty() ? MOSTLY_REPORTED.get(of) : breakdowns;
        if (wanted.size() > MOST_BREAKDOWNS) {
            throw Problem.invalidParameter(
                    "breakdown", wanted.size(), "These are too many for one workbook.", "at most " + MOST_BREAKDOWNS);
        }
        List<DimensionSet> sets = new ArrayList<>();
        for (String breakdown : wanted) {
            DimensionSet dimensions = dimensions(breakdown, of);
            if (!sets.contains(dimensions)) {
                sets.add(dimensions);
            }
        }
        int number = year(year);
        Template template = new Template(of, number, texts, sets, lists(sets));
        String name = "undatacube-" + of.code() + "-" + number + "-" + language + ".xlsx";
        StreamingOutput body = template::write;
        // said here: the framework would add a charset, which a workbook has not
        return Response.ok(body, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }

    private int year(String given) {
        int last = Year.now(clock).getValue();
        if (given == null) {
            return last - 1;
        }
        if (!given.matches("[0-9]{4}") || Integer.parseInt(given) < FIRST_YEAR || Integer.parseInt(given) > last) {
            throw Problem.invalidParameter(
                    "year", given, "This is not a year that can be reported.", FIRST_YEAR + " to " + last);
        }
        return Integer.parseInt(given);
    }

    private static DimensionSet dimensions(String breakdown, Flow flow) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        for (String name : breakdown.split(",", -1)) {
            Optional<Dimension> dimension = Dimension.find(name.strip())
                    .filter(found -> flow.dimensions().contains(found));
            dimensions.add(dimension.orElseThrow(() -> Problem.invalidParameter(
                    "breakdown",
                    breakdown,
                    "A breakdown has dimensions of the flow, with commas between them.",
                    flow.dimensions().stream().map(Dimension::code).toList())));
        }
        return new DimensionSet(dimensions);
    }

    private Map<Dimension, CodeList> lists(List<DimensionSet> breakdowns) {
        Set<Dimension> wanted = EnumSet.of(Dimension.ENTITY);
        breakdowns.forEach(breakdown -> wanted.addAll(breakdown.inOrder()));
        return vocabularies.ask(registry -> {
            Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
            wanted.forEach(dimension -> lists.put(dimension, registry.codeList(dimension)));
            return lists;
        });
    }
}
