package org.undatacube.registry.codelist;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.Code;

/** Single codes over HTTP. */
@Path("/api/v1/code-lists/{list}/codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
public class CodeResource {
    private final CodeLists lists;

    CodeResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/{code: .+}")
    @PermitAll
    @Operation(
            operationId = "getCode",
            summary = "One code of a list",
            description = "With the codes above it and directly below it. The ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = CodeView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "Problem invalid-parameter: names the parameter and what would be right")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the nearest spellings")
    public Response get(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "entities") String list,
            @PathParam("code")
                    @Parameter(
                            description = "The code exactly as in the list, percent-encoded where needed",
                            example = "UN Tourism")
                    String code,
            @BeanParam CodeListResource.Version version,
            @QueryParam("lang")
                    @Parameter(
                            description = "Names in this language only, or in all of them (*); counts more than"
                                    + " Accept-Language",
                            example = "fr")
                    String lang,
            @Context Request request,
            @Context HttpHeaders headers) {
        Wording wording = CodeListResource.wording(lang, headers);
        Snapshot snapshot = lists.read(list, version.version(), version.asOf());
        Code found = CodeLists.find(snapshot.codes(), code);
        EntityTag tag = new EntityTag(snapshot.tag(code + wording));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(CodeView.of(snapshot.codes(), found, wording)) : unchanged;
        return CodeListResource.said(answer, tag, version.version() != null, wording)
                .build();
    }

    @GET
    @Path("/{code: .+}/history")
    @PermitAll
    @Operation(
            operationId = "getCodeHistory",
            summary = "All that a list ever said of one code",
            description = "The latest first, each with the version from which on it was said, who made it and why.")
    @APIResponse(
            responseCode = "200",
            description = "What was said",
            content = @Content(schema = @Schema(implementation = CodeHistory.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the nearest spellings")
    public Response history(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors") String list,
            @PathParam("code") @Parameter(description = "The code exactly as in the list", example = "C01") String code,
            @Context Request request) {
        Snapshot latest = lists.read(list);
        CodeLists.find(latest.codes(), code);
        EntityTag tag = new EntityTag(latest.tag("history of " + code));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(lists.history(list, code)) : unchanged;
        return CodeListResource.said(answer, tag, false, new Wording(null)).build();
    }
}
