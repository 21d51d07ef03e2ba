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

/** Which data there are, over the REST interfaces of SDMX 2.1 and 3.0. */
@Path("/api/v1/sdmx")
@Tag(name = "SDMX data")
@APIResponse(
        responseCode = "200",
        description =
                "A structure message with a constraint: which values each dimension has, the first and the last year, and"
                        + " how many series and observations there are",
        content = {
            @Content(mediaType = AvailabilityResource.ML_2_1),
            @Content(mediaType = AvailabilityResource.ML_3_0),
            @Content(mediaType = AvailabilityResource.JSON_2_0),
            @Content(mediaType = AvailabilityResource.JSON_2_1),
            @Content(mediaType = "application/xml"),
            @Content(mediaType = "text/xml"),
            @Content(mediaType = "application/json")
        })
@APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
@APIResponse(
        responseCode = "400",
        description =
                "Problem invalid-parameter or sdmx-semantic-error; SDMX's errors 140 and 150 for who asks for one of its"
                        + " formats")
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
public class AvailabilityResource {
    static final String ML_2_1 = "application/vnd.sdmx.structure+xml;version=2.1";
    static final String ML_3_0 = "application/vnd.sdmx.structure+xml;version=3.0.0";
    static final String JSON_2_0 = "application/vnd.sdmx.structure+json;version=2.0.0";
    static final String JSON_2_1 = "application/vnd.sdmx.structure+json;version=2.1.0";

    private static final String ALL = "all";
    private static final String ANY = "*";
    private static final String FORMATS = "Goes before Accept: sdmx-2.1, sdmx-3.0, sdmx-json or sdmx-json-2.1";
    private static final String MODES =
            "exact: the values that the data have; available: of each dimension, the values that"
                    + " would find something if they were chosen instead";

    private final SdmxResponses responses;
    private final HttpServerRequest request;
    private final HttpHeaders headers;
    private final Request conditions;

    AvailabilityResource(
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
    @Path("/2.1/availableconstraint/{flow}/{key}/{provider}/{component}")
    @PermitAll
    @Operation(
            operationId = "getSdmx21Availability",
            summary = "Which data there are, by the REST interface of SDMX 2.1",
            description =
                    "Of the data that the same path below data would give. Parts of the path may be left out from its end.")
    @Parameter(
            name = DataQueryReader.START,
            in = ParameterIn.QUERY,
            description = "As for data",
            example = "2020",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.END,
            in = ParameterIn.QUERY,
            description = "As for data",
            example = "2024",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = DataQueryReader.UPDATED_AFTER,
            in = ParameterIn.QUERY,
            description = "As for data",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = AvailabilityQuery.MODE,
            in = ParameterIn.QUERY,
            description = MODES,
            example = "available",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"exact", "available"},
                            defaultValue = "exact"))
    public Response get21(
            @PathParam("flow") @Parameter(description = "As for data", example = "EXPENSE") String flow,
            @PathParam("key") @Parameter(description = "As for data", example = "A.UNDP......") String key,
            @PathParam("provider") @Parameter(description = "UNDATACUBE or all", example = "all") String provider,
            @PathParam("component")
                    @Parameter(description = "The dimension of which values are told, or all", example = "REF_AREA")
                    String component,
            @QueryParam("format") @Parameter(description = FORMATS, example = "sdmx-2.1") String format) {
        return answer21(List.of(flow, key, provider, component), format);
    }

    @GET
    @Path("/2.1/availableconstraint/{parts: .+}")
    @PermitAll
    @Operation(hidden = true)
    public Response get21(@PathParam("parts") String parts, @QueryParam("format") String format) {
        return answer21(List.of(parts.split("/")), format);
    }

    private Response answer21(List<String> path, String format) {
        return responses.availability(client(Api.V2_1), format, () -> {
            DataResource.requireLength(path, 4);
            FlowStructure structure = FlowName.ofVersion21(path.get(0));
            FlowName.requireProvider(DataResource.part(path, 2, ALL));
            QueryValues values = QueryValues.read(request.query(), AvailabilityQuery.OF_2_1);
            DataQuery data = DataQueryReader.ofVersion21(structure, DataResource.part(path, 1, ALL), values);
            String component = DataResource.part(path, 3, ALL);
            return AvailabilityQuery.of(data, AvailabilityQuery.components(component, ALL, "\\+"), values);
        });
    }

    @GET
    @Path("/3.0/availability/{context}/{agency}/{id}/{version}/{key}/{component}")
    @PermitAll
    @Operation(
            operationId = "getSdmx30Availability",
            summary = "Which data there are, by the REST interface of SDMX 3.0",
            description =
                    "Of the data that the same path below data would give, with the same filters. Parts of the path may be"
                            + " left out from its end.")
    @Parameter(
            name = DataQueryReader.UPDATED_AFTER,
            in = ParameterIn.QUERY,
            description = "As for data",
            example = "2025-06-30T12:00:00Z",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = AvailabilityQuery.MODE,
            in = ParameterIn.QUERY,
            description = MODES,
            example = "available",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"exact", "available"},
                            defaultValue = "exact"))
    public Response get30(
            @PathParam("context") @Parameter(description = "As for data", example = "dataflow") String context,
            @PathParam("agency") @Parameter(description = "UNDATACUBE or *", example = "UNDATACUBE") String agency,
            @PathParam("id") @Parameter(description = "EXPENSE or REVENUE", example = "REVENUE") String id,
            @PathParam("version") @Parameter(description = "As for data", example = "~") String version,
            @PathParam("key") @Parameter(description = "As for data", example = "A.UNDP.*._T") String key,
            @PathParam("component")
                    @Parameter(
                            description = "The dimensions of which values are told, separated by commas, or *",
                            example = "*")
                    String component,
            @QueryParam("format") @Parameter(description = FORMATS, example = "sdmx-json") String format) {
        return answer30(List.of(context, agency, id, version, key, component), format);
    }

    @GET
    @Path("/3.0/availability{parts: (/.*)?}")
    @PermitAll
    @Operation(hidden = true)
    public Response get30(@PathParam("parts") String parts, @QueryParam("format") String format) {
        return answer30(
                Stream.of(parts.split("/")).filter(part -> !part.isEmpty()).toList(), format);
    }

    private Response answer30(List<String> path, String format) {
        return responses.availability(client(Api.V3_0), format, () -> {
            DataResource.requireLength(path, 6);
            FlowStructure structure = FlowName.ofVersion30(
                    DataResource.part(path, 0, ANY),
                    DataResource.part(path, 1, ANY),
                    DataResource.part(path, 2, ANY),
                    DataResource.part(path, 3, ANY));
            QueryValues values = QueryValues.read(request.query(), AvailabilityQuery.OF_3_0);
            DataQuery data = DataQueryReader.ofVersion30(structure, DataResource.part(path, 4, ANY), values);
            String component = DataResource.part(path, 5, ANY);
            return AvailabilityQuery.of(data, AvailabilityQuery.components(component, ANY, ","), values);
        });
    }

    private MessageResponses client(Api api) {
        return new MessageResponses(api, request, headers, conditions);
    }
}
