package org.undatacube.registry.hierarchy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.Provenance;

/** Changes of hierarchies over HTTP, for administrators. */
@Path("/api/v1/code-lists/{list}/hierarchies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
@APIResponse(responseCode = "403", description = "Problem forbidden or not-the-owner")
@APIResponse(responseCode = "404", description = "Problem not-found: names the lists or hierarchies there are")
@APIResponse(responseCode = "412", description = "Problem precondition-failed: somebody changed it since")
public class HierarchyChangeResource {
    private static final String EXAMPLE = """
            {
              "exclusive": false,
              "titles": {"en": "Our programmes"},
              "definition": "Where our regional programmes work.",
              "groups": [
                {
                  "code": "LAKE-CHAD",
                  "label": {"en": "Lake Chad Basin", "fr": "Bassin du lac Tchad"},
                  "members": [{"code": "TD"}, {"code": "NE", "validFrom": 2015, "validTo": 2024}]
                }
              ]
            }""";

    private final HierarchyWriter writer;
    private final Caller caller;
    private final ObjectReader bodies;

    HierarchyChangeResource(HierarchyWriter writer, Caller caller, ObjectMapper json) {
        this.writer = writer;
        this.caller = caller;
        // a misspelt year would make a membership without bounds
        this.bodies = json.readerFor(HierarchyDocument.class)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "putHierarchy",
            summary = "Make a hierarchy of your own, or change it",
            description = "The whole of it, as it is read. Who makes it owns it; another administrator takes it over by"
                    + " putting it as it is with the own key's identifier as owner. What the project ships cannot be"
                    + " changed, but a copy put under another identifier. Putting the same again changes nothing. The"
                    + " cubes know it within seconds.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of the hierarchy that is to be changed",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "* where the hierarchy is new",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            description = "The hierarchy; id, list and version are those of the address and of what is there",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HierarchyDocument.class),
                            examples = @ExampleObject(name = "places of a programme", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "The hierarchy as it is now",
            content = @Content(schema = @Schema(implementation = HierarchyDocument.class)))
    @APIResponse(responseCode = "201", description = "It is new")
    @APIResponse(responseCode = "422", description = "Problem invalid-hierarchy: findings point at what is wrong")
    public Response put(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @PathParam("id") @Parameter(description = "The hierarchy's identifier", example = "our-programmes")
                    String id,
            @QueryParam("reason")
                    @Parameter(description = "Why, for its history", example = "Decided by the board in May")
                    String reason,
            @Context HttpHeaders headers,
            @Context Request request,
            InputStream body)
            throws IOException {
        HierarchySnapshot kept = writer.put(list, id, read(body), precondition(headers, request), provenance(reason));
        Response.ResponseBuilder answer = kept.revision() == 1
                ? Response.created(URI.create(HierarchyResource.address(list, id)))
                : Response.ok();
        return answer.entity(kept.document()).tag(new EntityTag(kept.tag())).build();
    }

    @DELETE
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "closeHierarchy",
            summary = "Close a hierarchy",
            description = "Questions cannot name it any more. Nothing is lost: it can be read in every version, and put"
                    + " again with closed false.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of the hierarchy",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "Closed, now or before")
    public void close(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @PathParam("id") @Parameter(description = "The hierarchy's identifier", example = "our-programmes")
                    String id,
            @QueryParam("reason") @Parameter(description = "Why, for its history", example = "The programme ended")
                    String reason,
            @Context HttpHeaders headers,
            @Context Request request) {
        writer.close(list, id, precondition(headers, request), provenance(reason));
    }

    private HierarchyDocument read(InputStream body) throws IOException {
        HierarchyDocument document = bodies.readValue(body);
        if (document == null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body should be a JSON object.");
        }
        return document;
    }

    private Provenance provenance(String reason) {
        return new Provenance(
                caller.name(), reason == null || reason.isBlank() ? "No reason was given" : reason.strip());
    }

    /** @throws Problem (428) where the request does not say what it expects to be there */
    private static HierarchyWriter.Precondition precondition(HttpHeaders headers, Request request) {
        boolean expectsSome = headers.getHeaderString(HttpHeaders.IF_MATCH) != null;
        if (!expectsSome && !"*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            throw new Problem(
                    RegistryProblem.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of what is to be changed, or If-None-Match: * for what is new.");
        }
        return tag -> {
            boolean holds =
                    tag.isPresent() ? request.evaluatePreconditions(new EntityTag(tag.get())) == null : !expectsSome;
            if (!holds) {
                throw new Problem(
                                RegistryProblem.PRECONDITION_FAILED,
                                tag.isPresent() ? "The ETag is \"" + tag.get() + "\" now." : "There is none yet.")
                        .with("etag", tag.map(current -> "\"" + current + "\"").orElse(null));
            }
        };
    }
}
