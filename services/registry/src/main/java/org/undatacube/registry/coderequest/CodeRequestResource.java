package org.undatacube.registry.coderequest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.NextPage;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

/** Requests for contributor codes over HTTP. */
@Path(CodeRequestResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Requests for contributor codes",
        description = "Asked for by an entity, decided by the secretariat, seen by nobody else")
public class CodeRequestResource {
    static final String PATH = "/api/v1/code-lists/contributors/requests";
    private static final String EXAMPLE = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final CodeRequests requests;
    private final Decisions decisions;

    CodeRequestResource(CodeRequests requests, Decisions decisions) {
        this.requests = requests;
        this.decisions = decisions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER})
    @Operation(
            operationId = "requestContributorCode",
            summary = "Ask for a new contributor code",
            description =
                    "For the key's entity. What speaks against it comes back as findings: those of severity reject"
                            + " refuse the request, the others are shown to whoever decides. Without a code the registry"
                            + " proposes one.")
    @APIResponse(
            responseCode = "201",
            description = "The request; Location says where it is",
            content = @Content(schema = @Schema(implementation = CodeRequestView.class)))
    @APIResponse(responseCode = "422", description = "Problem code-request-rejected: has the findings")
    public Response ask(CodeRequest request) {
        CodeRequestView asked = requests.ask(required(request));
        return Response.created(URI.create(PATH + "/" + asked.id()))
                .entity(asked)
                .build();
    }

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "listCodeRequests",
            summary = "Requests for contributor codes, newest first",
            description = "An entity sees its own, the secretariat sees all.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = CodeRequestPage.class)))
    public Response list(
            @QueryParam("status")
                    @Parameter(
                            description = "Only those that stand so: requested, granted, refused or withdrawn",
                            example = "requested")
                    String status,
            @QueryParam("cursor") @Parameter(description = "The next of the page before") String cursor,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Parameter(description = "Requests a page, 1 to 200", example = "50")
                    String limit,
            @Context UriInfo uri) {
        CodeRequestPage page = requests.list(RequestSearch.of(status, cursor, limit));
        return NextPage.link(Response.ok(page), Optional.ofNullable(page.next()), uri)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getCodeRequest",
            summary = "A request for a contributor code, with all its steps",
            description = "Seen by the entity that made it and by the secretariat.")
    @APIResponse(
            responseCode = "200",
            description = "The request; while it is open, with what is to be known about it now",
            content = @Content(schema = @Schema(implementation = CodeRequestView.class)))
    @APIResponse(responseCode = "404", description = "Problem not-found: there is none, or it is another entity's")
    public CodeRequestView get(
            @PathParam("id") @Parameter(description = "The request's identifier", example = EXAMPLE) String id) {
        return requests.get(id);
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "decideCodeRequest",
            summary = "Grant or refuse a code",
            description =
                    "A code that is granted is in the list at once, in a new version of it. It is held against the"
                            + " same constraints as the request.")
    @APIResponse(
            responseCode = "200",
            description = "The request as it stands now",
            content = @Content(schema = @Schema(implementation = CodeRequestView.class)))
    @APIResponse(responseCode = "409", description = "Problem code-request-ended: it was decided or withdrawn before")
    @APIResponse(responseCode = "422", description = "Problem code-request-rejected: has the findings")
    public CodeRequestView decide(
            @PathParam("id") @Parameter(description = "The request's identifier", example = EXAMPLE) String id,
            Decision decision) {
        return decisions.decide(id, required(decision));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER})
    @Operation(
            operationId = "withdrawCodeRequest",
            summary = "Take a request back",
            description = "By the entity that made it, while nothing is decided.")
    @APIResponse(
            responseCode = "200",
            description = "The request as it stands now",
            content = @Content(schema = @Schema(implementation = CodeRequestView.class)))
    @APIResponse(responseCode = "404", description = "Problem not-found: there is none, or it is another entity's")
    @APIResponse(responseCode = "409", description = "Problem code-request-ended: it was decided or withdrawn before")
    public CodeRequestView withdraw(
            @PathParam("id") @Parameter(description = "The request's identifier", example = EXAMPLE) String id) {
        return requests.withdraw(id);
    }

    private static <T> T required(T body) {
        if (body == null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is empty; it should be a JSON object.");
        }
        return body;
    }
}
