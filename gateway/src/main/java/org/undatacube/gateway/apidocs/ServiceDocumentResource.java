package org.undatacube.gateway.apidocs;

import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.undatacube.http.Problem;

/** The part of the OpenAPI document that is one service's, for programs that use that part alone. */
@Path("/openapi/{service}")
@Tag(name = "Health")
public class ServiceDocumentResource {
    private final Description description;
    private final ServiceDocuments documents;

    ServiceDocumentResource(Description description, ServiceDocuments documents) {
        this.description = description;
        this.documents = documents;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getServiceDocument",
            summary = "The OpenAPI document of one service",
            description = "With the operations that the gateway forwards to it; /openapi has those of all services.")
    @APIResponse(
            responseCode = "200",
            description = "OpenAPI 3.1",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public String get(
            @Parameter(description = "registry, contributions or aggregation", example = "registry")
                    @PathParam("service")
                    String service) {
        Map<String, JsonObject> known = documents.lastKnown();
        if (!known.containsKey(service)) {
            throw Problem.notFound("No service " + service + " has given its document; known are "
                    + String.join(", ", known.keySet()) + ".");
        }
        OpenAPI document = Description.model(description.routed(service, known.get(service)));
        description.complete(document);
        return Description.json(document).encode();
    }
}
