package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.answer.Answering;
import org.undatacube.aggregation.answer.Difference;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.codelists.Flow;
import org.undatacube.http.ProblemMappers;

/** What changed from one edition to another. */
@Path("/api/v1/cubes/{cube}/diff")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cubes")
public class DiffResource {
    private final Asker asker;
    private final Answering answering;

    DiffResource(Asker asker, Answering answering) {
        this.asker = asker;
        this.answering = answering;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "diff",
            summary = "The cells that changed between two editions, and the submissions that moved them",
            description =
                    "The largest change comes first. Both editions are asked by the code lists of the later one, so"
                            + " that a difference is one of figures.")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = ParameterNames.FROM,
            in = ParameterIn.QUERY,
            required = true,
            description = "The edition that is compared with; 0 is before anything was published",
            example = "0",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.TO,
            in = ParameterIn.QUERY,
            description = "The edition that is compared; the last one unless given",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = ParameterNames.DRILLDOWN,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "entity.entity,year",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.CUT,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "year:2022..2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.WHERE,
            in = ParameterIn.QUERY,
            description = "As for aggregate",
            example = "amount:ge:1000000",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = ParameterNames.LIMIT,
            in = ParameterIn.QUERY,
            description = "How many cells at most",
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
    @APIResponse(responseCode = "200", description = "The cells, the totals, and what was published between the two")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is wrong, or the cells are too many. The problem names the parameter, the place"
                    + " in it, what is right and the nearest spelling.",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The code lists were not read yet, the question took too long, or there are too many at once",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Difference diff(@PathParam("cube") String cube, @Context HttpServerRequest request) {
        Flow flow = Cubes.require(cube);
        Parameters parameters = QueryText.parameters(request, ParameterNames.OF_A_COMPARISON);
        return asker.ask(request, (snapshot, patience) -> answering.compare(snapshot, flow, parameters, patience));
    }
}
