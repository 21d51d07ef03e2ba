package org.undatacube.registry.sdmx;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;
import org.undatacube.registry.sdmx.StructureSearch.Found;

/** Structures over the REST interfaces of SDMX 2.1 and 3.0, in which every part of a path from the end may be left out. */
@Path("/api/v1/sdmx")
@Tag(
        name = "SDMX structures",
        description =
                "The structures of the cubes, the lists, their hierarchies and concepts as SDMX clients want them")
@APIResponse(
        responseCode = "200",
        description = "A structure message. Its ETag is weak, as each says when it was prepared",
        content = {
            @Content(mediaType = StructureResource.ML_2_1),
            @Content(mediaType = StructureResource.ML_3_0),
            @Content(mediaType = StructureResource.JSON_2_0),
            @Content(mediaType = StructureResource.JSON_2_1),
            @Content(mediaType = "application/xml"),
            @Content(mediaType = "text/xml"),
            @Content(mediaType = "application/json")
        })
@APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
@APIResponse(
        responseCode = "400",
        description = "Problem invalid-parameter; SDMX's error 140 for who asks for one of its formats")
@APIResponse(
        responseCode = "404",
        description = "Problem not-found where nothing matches; SDMX's error 100 for who asks for one of its formats")
@APIResponse(responseCode = "406", description = "Problem not-acceptable: names the formats there are")
public class StructureResource {
    static final String ML_2_1 = "application/vnd.sdmx.structure+xml;version=2.1";
    static final String ML_3_0 = "application/vnd.sdmx.structure+xml;version=3.0.0";
    static final String JSON_2_0 = "application/vnd.sdmx.structure+json;version=2.0.0";
    static final String JSON_2_1 = "application/vnd.sdmx.structure+json;version=2.1.0";

    private final Catalogue catalogue;
    private final Clock clock;
    private final HttpHeaders headers;
    private final Request request;

    StructureResource(Catalogue catalogue, Clock clock, @Context HttpHeaders headers, @Context Request request) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.headers = headers;
        this.request = request;
    }

    /** What a request wishes of its answer, whichever interface it uses. */
    public record Wishes(
            @QueryParam("detail")
            @Parameter(
                    description = "How much is said: full; allstubs or allcompletestubs, without items;"
                            + " referencestubs, referencecompletestubs or referencepartial, less of what comes by"
                            + " references",
                    example = "allstubs")
            String detail,

            @QueryParam("references")
            @Parameter(
                    description = "What comes too: none; children, descendants, parents, parentsandsiblings,"
                            + " ancestors, all; or a type",
                    example = "children")
            String references,

            @QueryParam("format")
            @Parameter(
                    description = "Goes before Accept: sdmx-2.1, sdmx-3.0, sdmx-json or sdmx-json-2.1",
                    example = "sdmx-json")
            String format) {}

    @GET
    @Path("/2.1/{type}/{agency}/{id}/{version}")
    @PermitAll
    @Operation(
            operationId = "getSdmx21Structures",
            summary = "Structures by the REST interface of SDMX 2.1",
            description = "Parts of the path may be left out from its end; one more, also joined by +, names items of a"
                    + " scheme. The answer is SDMX-ML 2.1 where nothing else is wished.")
    public Response get21(
            @PathParam("type")
                    @Parameter(
                            description = "dataflow, datastructure, codelist, conceptscheme, hierarchicalcodelist,"
                                    + " agencyscheme, or structure for all of them",
                            example = "codelist")
                    String type,
            @PathParam("agency") @Parameter(description = "One, several joined by +, or all", example = "UNDATACUBE")
                    String agency,
            @PathParam("id") @Parameter(description = "One, several joined by +, or all", example = "CL_SDG") String id,
            @PathParam("version")
                    @Parameter(description = "One, several joined by +, latest or all", example = "latest")
                    String version,
            @BeanParam Wishes wishes) {
        return answer(Api.V2_1, List.of(type, agency, id, version), wishes);
    }

    @GET
    @Path("/2.1/{parts: .+}")
    @PermitAll
    @Operation(hidden = true)
    public Response get21(@PathParam("parts") String parts, @BeanParam Wishes wishes) {
        return answer(Api.V2_1, List.of(parts.split("/")), wishes);
    }

    @GET
    @Path("/3.0/structure/{type}/{agency}/{id}/{version}")
    @PermitAll
    @Operation(
            operationId = "getSdmx30Structures",
            summary = "Structures by the REST interface of SDMX 3.0",
            description = "Parts of the path may be left out from its end; one more, also joined by commas, names items"
                    + " of a scheme. The answer is SDMX-JSON 2.0 where nothing else is wished.")
    public Response get30(
            @PathParam("type")
                    @Parameter(
                            description = "dataflow, datastructure, codelist, conceptscheme, hierarchy, agencyscheme,"
                                    + " or * for all of them",
                            example = "codelist")
                    String type,
            @PathParam("agency") @Parameter(description = "One, several joined by commas, or *", example = "UNDATACUBE")
                    String agency,
            @PathParam("id") @Parameter(description = "One, several joined by commas, or *", example = "CL_SDG")
                    String id,
            @PathParam("version")
                    @Parameter(
                            description = "One, several joined by commas, or * (all), ~ (latest) or + (latest stable),"
                                    + " which may also follow one of the numbers",
                            example = "1.0+.0")
                    String version,
            @BeanParam Wishes wishes) {
        return answer(Api.V3_0, List.of(type, agency, id, version), wishes);
    }

    @GET
    @Path("/3.0/structure{parts: (/.*)?}")
    @PermitAll
    @Operation(hidden = true)
    public Response get30(@PathParam("parts") String parts, @BeanParam Wishes wishes) {
        String named = parts.replaceFirst("^/", "");
        return answer(Api.V3_0, named.isEmpty() ? List.of(Api.V3_0.everyType()) : List.of(named.split("/")), wishes);
    }

    private Response answer(Api api, List<String> path, Wishes wishes) {
        Negotiated negotiated = Negotiated.of(api, wishes.format(), accepted());
        try {
            return found(api, new StructureQuery.Text(path, wishes.detail(), wishes.references()), negotiated);
        } catch (Problem problem) {
            if (!negotiated.isSdmx()) {
                throw problem;
            }
            ErrorMessage message = ErrorMessage.of(problem, now());
            StreamingOutput body = out -> negotiated.format().writer(out).write(message);
            return answer(Response.status(problem.type().status()), negotiated, body)
                    .build();
        }
    }

    private Response found(Api api, StructureQuery.Text text, Negotiated negotiated) {
        List<Found> found = new StructureSearch(catalogue.artefacts(), api).find(StructureQuery.of(api, text));
        if (found.isEmpty()) {
            throw Problem.notFound(
                    "Nothing matches; detail=allstubs without agency, id and version lists what there is.");
        }
        String fingerprint = Fingerprint.of(Stream.concat(
                        Stream.of(api.name(), negotiated.contentType(), text.toString()),
                        found.stream().map(Found::fingerprint))
                .collect(Collectors.joining("\n")));
        EntityTag tag = new EntityTag(fingerprint, true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return withHeaders(unchanged).tag(tag).build();
        }
        StructureMessage message = new StructureMessage(fingerprint, now(), api, found);
        StreamingOutput body = out -> negotiated.format().writer(out).write(message);
        return answer(Response.ok(), negotiated, body).tag(tag).build();
    }

    private static Response.ResponseBuilder answer(
            Response.ResponseBuilder status, Negotiated negotiated, StreamingOutput body) {
        return withHeaders(status.entity(body).type(negotiated.contentType()));
    }

    private static Response.ResponseBuilder withHeaders(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.VARY, "Accept, Accept-Encoding").header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    /** A request without the header accepts anything, which is what JAX-RS makes of it. */
    private List<Negotiated.MediaRange> accepted() {
        return headers.getAcceptableMediaTypes().stream()
                .map(range -> new Negotiated.MediaRange(
                        range.getType() + "/" + range.getSubtype(),
                        range.getParameters().get("version")))
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
