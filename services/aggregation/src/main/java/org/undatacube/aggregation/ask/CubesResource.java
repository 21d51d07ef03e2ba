package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.preaggregate.PreAggregates;
import org.undatacube.aggregation.preaggregate.PreAggregatesReport;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.http.ProblemMappers;

/** What can be asked: cubes, their dimensions and the dimensions' members. */
@Path("/api/v1/cubes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cubes", description = "What is published, added up by any mix of dimensions")
public class CubesResource {
    private static final int MOST_MEMBERS = 10_000;
    private static final int USUAL_MEMBERS = 100;
    /** With one of them only members are given that occur. */
    private static final List<String> OF_OCCURRENCE =
            List.of(ParameterNames.CUT, ParameterNames.EDITION, ParameterNames.AS_OF);

    private static final List<String> MEMBER_PARAMETERS = Stream.concat(
                    Stream.of("level", "q", "limit"), OF_OCCURRENCE.stream())
            .toList();

    private final Engine engine;
    private final Asker asker;
    private final Answering answering;
    private final PreAggregates preAggregates;

    CubesResource(Engine engine, Asker asker, Answering answering, PreAggregates preAggregates) {
        this.asker = asker;
        this.preAggregates = preAggregates;
        this.answering = answering;
        this.engine = engine;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCubes",
            summary = "The cubes and the edition in which they stand",
            description = "There are two, revenue and expense; each says where its dimensions and figures are.")
    @APIResponse(responseCode = "200", description = "The revenue cube and the expense cube")
    public List<CubeView.Summary> list() {
        Edition edition = engine.read(snapshot -> snapshot.catalogue().current());
        return Stream.of(Flow.values())
                .map(cube -> CubeView.Summary.of(cube, edition))
                .toList();
    }

    @GET
    @Path("/{cube}")
    @PermitAll
    @Operation(
            operationId = "getCube",
            summary = "A cube's dimensions with their levels and groups, its measures, years and editions",
            description = "All that a question can name, for programs that build questions.")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @APIResponse(responseCode = "200", description = "What can be asked of the cube")
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public CubeView get(@PathParam("cube") String cube) {
        Flow flow = Cubes.require(cube);
        return engine.read(snapshot -> CubeView.of(flow, snapshot, answering.members()));
    }

    @GET
    @Path("/{cube}/preaggregates")
    @PermitAll
    @Operation(
            operationId = "listPreAggregates",
            summary = "What of the cube is kept added up in memory",
            description = "Questions about breakdowns that are held are answered from the smallest cuboid that has the"
                    + " dimensions that they use, others from the store; the answers are the same.")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @APIResponse(
            responseCode = "200",
            description = "The cuboids, the memory that they take and how far they are filled")
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public PreAggregatesReport preAggregates(@PathParam("cube") String cube) {
        Flow flow = Cubes.require(cube);
        return engine.read(snapshot -> preAggregates.report(flow, snapshot.catalogue()));
    }

    @GET
    @Path("/{cube}/members/{dimension}")
    @PermitAll
    @Operation(
            operationId = "listMembers",
            summary = "A dimension's members",
            description =
                    "Codes of the dimension's code list in the list's own order, the groups of one of its hierarchies,"
                            + " or the published years.")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = "dimension",
            in = ParameterIn.PATH,
            description = "A dimension of the cube, or year",
            example = "location")
    @Parameter(
            name = "level",
            in = ParameterIn.QUERY,
            description = "Only members on this level; or the groups of this hierarchy",
            example = "region",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Only members with this text in their code, name or one of their other spellings",
            example = "afr",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.CUT,
            in = ParameterIn.QUERY,
            description = "Only members that occur in lines within these cuts, as aggregate takes them, each with the"
                    + " amount and number of its lines",
            example = "entity:UNDP|year:2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.EDITION,
            in = ParameterIn.QUERY,
            description = "Only members that occur in an earlier edition",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.AS_OF,
            in = ParameterIn.QUERY,
            description = "Only members that occur in the edition that was the last one at a time",
            example = "2030-12-31",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many at most",
            example = "20",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "100"))
    @APIResponse(responseCode = "200", description = "The first members that were asked for, and how many there are")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong; the problem names it and what is right",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube or dimension",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public MembersView members(
            @PathParam("cube") String cube,
            @PathParam("dimension") String dimension,
            @Context HttpServerRequest request) {
        Flow flow = Cubes.require(cube);
        Parameters parameters = QueryText.parameters(request, MEMBER_PARAMETERS);
        int limit = parameters.wholeNumber("limit", 1, MOST_MEMBERS).orElse(USUAL_MEMBERS);
        boolean occurring =
                OF_OCCURRENCE.stream().anyMatch(name -> parameters.text(name).isPresent());
        return occurring
                ? asker.ask(
                        request,
                        (snapshot, patience) -> occurring(snapshot, flow, dimension, parameters, patience, limit))
                : engine.read(snapshot -> members(snapshot, flow, dimension, answering.members(), parameters, limit));
    }

    /** By the lists of the edition that is asked. */
    private MembersView occurring(
            Snapshot snapshot, Flow cube, String dimension, Parameters parameters, Patience patience, int limit) {
        Members then = answering.members(snapshot, parameters, patience);
        MembersView all = members(snapshot, cube, dimension, then, parameters, Integer.MAX_VALUE);
        Map<String, List<String>> question = new HashMap<>();
        OF_OCCURRENCE.forEach(name -> parameters.text(name).ifPresent(text -> question.put(name, List.of(text))));
        question.put(ParameterNames.DRILLDOWN, List.of(drilldown(cube, dimension, then, parameters)));
        question.put(ParameterNames.MEASURES, List.of("amount,lines"));
        Answer occurrences = answering
                .inquire(snapshot, cube, new Parameters(question, Answering.PARAMETERS), patience)
                .answer();
        return all.occurringIn(occurrences, limit);
    }

    private static String drilldown(Flow cube, String name, Members members, Parameters parameters) {
        if (name.equals(Cubes.YEAR)) {
            return name;
        }
        List<String> levels = members.levels(Cubes.requireDimension(cube, name));
        // on the last level each code is shown under itself
        return name + "." + parameters.text("level").orElse(levels.get(levels.size() - 1));
    }

    private static MembersView members(
            Snapshot snapshot, Flow cube, String name, Members members, Parameters parameters, int limit) {
        Optional<String> search = parameters.text("q");
        if (name.equals(Cubes.YEAR)) {
            parameters.word("level", List.of(Cubes.YEAR));
            return MembersView.ofYears(
                    cube.code(), CubeView.years(cube, snapshot.catalogue()), search.orElse(null), limit);
        }
        Dimension dimension = Cubes.requireDimension(cube, name);
        CodeList list = members.list(dimension);
        Optional<String> level = parameters.word("level", members.levelsAndHierarchies(dimension));
        Optional<Grouping> grouping = level.filter(asked -> !list.levels().contains(asked))
                .flatMap(hierarchy -> members.grouping(dimension, hierarchy));
        if (grouping.isPresent()) {
            return MembersView.ofGroups(
                    cube.code(), dimension, list, grouping.get().hierarchy(), search.orElse(null), limit);
        }
        return MembersView.of(cube.code(), dimension, list, level.orElse(null), search.orElse(null), limit);
    }
}
