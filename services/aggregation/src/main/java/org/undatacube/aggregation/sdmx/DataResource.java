package org.undatacube.aggregation.sdmx;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Problem;

/** Data over the REST interfaces of SDMX 2.1 and 3.0, in which every part of a path from the end may be left out. */
@Path("/api/v1/sdmx")
@Tag(name = "SDMX data", description = "The cubes' figures, and which of them there are, as SDMX clients want them")
@APIResponse(
        responseCode = "200",
        description =
                "A data message, sent while it is put together. Its ETag is weak, as each says when it was prepared",
        content = {
            @Content(mediaType = DataResource.GENERIC_2_1),
            @Content(mediaType = DataResource.SPECIFIC_2_1),
            @Content(mediaType = DataResource.ML_3_0),
            @Content(mediaType = DataResource.JSON_2_0),
            @Content(mediaType = DataResource.JSON_2_1),
            @Content(mediaType = DataResource.CSV_2_0),
            @Content(mediaType = "text/csv"),
            @Content(mediaType = "application/xml"),
            @Content(mediaType = "text/xml"),
            @Content(mediaType = "application/json")
        })
@APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
@APIResponse(
        responseCode = "400",
        description =
                "Problem invalid-parameter, or sdmx-semantic-error where a code or component is not in the data structure;"
                        + " SDMX's errors 140 and 150 for who asks for one of its formats")
@APIResponse(
        responseCode = "404",
        description = "Problem not-found where there is no such data flow or nothing matches; SDMX's error 100")
@APIResponse(responseCode = "406", description = "Problem not-acceptable: names the formats there are")
@APIResponse(responseCode = "413", description = "Problem data-too-large; SDMX's error 130")
@APIResponse(responseCode = "501", description = "Problem sdmx-not-implemented; SDMX's error 501")
@APIResponse(
        responseCode = "503",
        description =
                "The code lists were not read yet, a question took too long, or there are too many at once; SDMX's error 503")
public class DataResource {
    static final String GENERIC_2_1 = "application/vnd.sdmx.genericdata+xml;version=2.1";
    static final String SPECIFIC_2_1 = "application/vnd.sdmx.structurespecificdata+xml;version=2.1";
    static final String ML_3_0 = "application/vnd.sdmx.data+xml;version=3.0.0";
    static final String JSON_2_0 = "application/vnd.sdmx.data+json;version=2.0.0";
    static final String JSON_2_1 = "application/vnd.sdmx.data+json;version=2.1.0";
    static final String CSV_2_0 = "application/vnd.sdmx.data+csv;version=2.0.0";

    private static final String ALL = "all";
    private static final String ANY = "*";

    private final SdmxResponses responses;
    private final HttpServerRequest request;
    private final HttpHeaders headers;
    private final Request conditions;

    DataResource(
            SdmxResponses responses,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            @Context Request conditions) {
        this.responses = responses;
        this.request = request;
        this.headers = headers;
        this.conditions = conditions;
    }

    @GET
    @Path("/2.1/data/{flow}/{key}/{provider}")
    @PermitAll
    @Operation(operationId = "getSdmx21Data", summary = "Data by the REST interface of SDMX 2.1", description = """
                    Each part of the key is empty for the total (_T) and every code of the level at which the standard \
                    reports, or names codes of any level, joined by +. A code stands for all below it. Every set of \
                    dimensions that has codes is a question of its own, answered as aggregate answers it: from one \
                    breakdown of each entity's year, and the observation says how much that covers. Parts of the path may \
                    be left out from its end. The answer is generic SDMX-ML 2.1 where nothing else is wished.""")
    @Parameter(
            name = DataQueryReader.START,
            in = ParameterIn.QUERY,
            description = "The first period, e.g. 2020; years that begin before it are left out",
            example = "2020",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.END,
            in = ParameterIn.QUERY,
            description = "The last period; years that end after it are left out",
            example = "2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.UPDATED_AFTER,
            in = ParameterIn.QUERY,
            description =
                    "Only what was published since then and says something else than before, and, in a data set of its"
                            + " own, what is not there any more",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.AS_OF,
            in = ParameterIn.QUERY,
            description = "The data as they were at a time, by the code lists of then",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.FIRST,
            in = ParameterIn.QUERY,
            description = "How many observations of each series, from its first",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = DataQueryReader.LAST,
            in = ParameterIn.QUERY,
            description = "How many observations of each series, from its last",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = DataQueryReader.AT_OBSERVATION,
            in = ParameterIn.QUERY,
            description = "By series (TIME_PERIOD) or one by one (AllDimensions)",
            example = "AllDimensions",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"TIME_PERIOD", "AllDimensions"},
                            defaultValue = "TIME_PERIOD"))
    @Parameter(
            name = DataQueryReader.DETAIL,
            in = ParameterIn.QUERY,
            description = "How much is told",
            example = "dataonly",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"full", "dataonly", "serieskeysonly", "nodata"},
                            defaultValue = "full"))
    @Parameter(
            name = DataQueryReader.HISTORY,
            in = ParameterIn.QUERY,
            description = "A data set for each edition that changed anything, and one for what it took away",
            example = "true",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Response get21(
            @PathParam("flow")
                    @Parameter(
                            description = "EXPENSE or REVENUE, also as agency,flow or agency,flow,version",
                            example = "EXPENSE")
                    String flow,
            @PathParam("key")
                    @Parameter(
                            description = "FREQ and the flow's dimensions, separated by dots, or all",
                            example = "A.UNDP+WFP......")
                    String key,
            @PathParam("provider") @Parameter(description = "UNDATACUBE or all", example = "all") String provider,
            @QueryParam("format") @Parameter(description = FORMATS, example = "sdmx-csv") String format) {
        return answer21(List.of(flow, key, provider), format);
    }

    static final String FORMATS =
            "Goes before Accept: sdmx-generic-2.1, sdmx-2.1 (structure-specific), sdmx-3.0, sdmx-json,"
                    + " sdmx-json-2.1 or sdmx-csv";

    @GET
    @Path("/2.1/data/{parts: .+}")
    @PermitAll
    @Operation(hidden = true)
    public Response get21(@PathParam("parts") String parts, @QueryParam("format") String format) {
        return answer21(List.of(parts.split("/")), format);
    }

    private Response answer21(List<String> path, String format) {
        return responses.data(client(Api.V2_1), format, () -> {
            requireLength(path, 3);
            FlowStructure structure = FlowName.ofVersion21(path.get(0));
            FlowName.requireProvider(part(path, 2, ALL));
            return DataQueryReader.ofVersion21(
                    structure, part(path, 1, ALL), QueryValues.read(request.query(), DataQueryReader.OF_2_1));
        });
    }

    @GET
    @Path("/3.0/data/{context}/{agency}/{id}/{version}/{key}")
    @PermitAll
    @Operation(operationId = "getSdmx30Data", summary = "Data by the REST interface of SDMX 3.0", description = """
                    As by that of 2.1, with * for every code in a part of the key, several keys separated by commas, and \
                    parts of the key that may be left out from its end. Filters are written c[component]=value, such as \
                    c[TIME_PERIOD]=ge:2020+le:2022 or c[SDG]=5,13, with eq, ne, lt, le, gt, ge, co, nc, sw and ew; they \
                    are in no list of parameters, as their names have brackets. The answer is SDMX-JSON 2.0 where \
                    nothing else is wished.""")
    @Parameter(
            name = DataQueryReader.UPDATED_AFTER,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.AS_OF,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.FIRST,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = DataQueryReader.LAST,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = DataQueryReader.AT_OBSERVATION,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "AllDimensions",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"TIME_PERIOD", "AllDimensions"},
                            defaultValue = "TIME_PERIOD"))
    @Parameter(
            name = DataQueryReader.ATTRIBUTES,
            in = ParameterIn.QUERY,
            description = "dsd, dataset, obs, none or attributes, separated by commas",
            example = "OBS_STATUS",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "dsd"))
    @Parameter(
            name = DataQueryReader.MEASURES,
            in = ParameterIn.QUERY,
            description = "all or none; with attributes=none the series alone",
            example = "none",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "all"))
    @Parameter(
            name = DataQueryReader.HISTORY,
            in = ParameterIn.QUERY,
            description = "As for 2.1",
            example = "true",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Response get30(
            @PathParam("context") @Parameter(description = "dataflow, datastructure or *", example = "dataflow")
                    String context,
            @PathParam("agency") @Parameter(description = "UNDATACUBE or *", example = "UNDATACUBE") String agency,
            @PathParam("id") @Parameter(description = "EXPENSE or REVENUE", example = "REVENUE") String id,
            @PathParam("version")
                    @Parameter(description = "A version, or with wildcards as for structures", example = "~")
                    String version,
            @PathParam("key")
                    @Parameter(
                            description = "FREQ and the flow's dimensions, separated by dots, * for all",
                            example = "A.UNDP.*._T")
                    String key,
            @QueryParam("format") @Parameter(description = FORMATS, example = "sdmx-json") String format) {
        return answer30(List.of(context, agency, id, version, key), format);
    }

    @GET
    @Path("/3.0/data{parts: (/.*)?}")
    @PermitAll
    @Operation(hidden = true)
    public Response get30(@PathParam("parts") String parts, @QueryParam("format") String format) {
        return answer30(
                Stream.of(parts.split("/")).filter(part -> !part.isEmpty()).toList(), format);
    }

    private Response answer30(List<String> path, String format) {
        return responses.data(client(Api.V3_0), format, () -> {
            requireLength(path, 5);
            FlowStructure structure = FlowName.ofVersion30(
                    part(path, 0, ANY), part(path, 1, ANY), part(path, 2, ANY), part(path, 3, ANY));
            return DataQueryReader.ofVersion30(
                    structure, part(path, 4, ANY), QueryValues.read(request.query(), DataQueryReader.OF_3_0));
        });
    }

    private MessageResponses client(Api api) {
        return new MessageResponses(api, request, headers, conditions);
    }

    static String part(List<String> path, int place, String otherwise) {
        return place < path.size() && !path.get(place).isEmpty() ? path.get(place) : otherwise;
    }

    static void requireLength(List<String> path, int longest) {
        if (path.size() > longest) {
            throw Problem.notFound(
                    "The path has " + path.size() + " parts; there is nothing below the first " + longest + ".");
        }
    }
}
