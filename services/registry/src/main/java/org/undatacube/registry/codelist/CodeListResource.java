package org.undatacube.registry.codelist;

import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.Code;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;

/** Code lists over HTTP. */
@Path("/api/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists", description = "The vocabulary of the seven UN data standards")
public class CodeListResource {
    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCodeLists", summary = "All code lists")
    public List<CodeListSummary> list() {
        return lists.summaries();
    }

    @GET
    @Path("/{list}")
    @PermitAll
    @Operation(
            operationId = "getCodeList",
            summary = "A code list",
            description = "All its codes in the list's order, or those that pass every filter given. The ETag is"
                    + " strong: it changes with the list's content and with the filters.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(schema = @Schema(implementation = CodeListView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "Problem invalid-parameter: names the parameter and what would be right")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    public Response get(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "sdgs") String list,
            @QueryParam("version") @Parameter(description = "The list as of one of its versions", example = "1.0.0")
                    String version,
            @QueryParam("asOf")
                    @Parameter(
                            description = "The list as it was at a moment (ISO 8601)",
                            example = "2026-12-31T00:00:00Z")
                    String asOf,
            @QueryParam("validIn")
                    @Parameter(description = "Only codes that may be reported in this year", example = "2024")
                    String validIn,
            @QueryParam("parent") @Parameter(description = "Only codes directly below this code", example = "5")
                    String parent,
            @QueryParam("level") @Parameter(description = "Only codes on this level", example = "target") String level,
            @QueryParam("q")
                    @Parameter(description = "Only codes with this text in code, label or alias", example = "violence")
                    String text,
            @Context Request request) {
        Snapshot snapshot = lists.read(list, version, asOf);
        CodeFilter filter = CodeFilter.of(snapshot.codes(), validIn, parent, level, text);
        EntityTag tag = tag(snapshot, filter);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(snapshot.view().with(filter.filter(snapshot.view().codes())));
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, version == null ? "no-cache" : "public, max-age=31536000, immutable")
                .build();
    }

    @GET
    @Path("/{list}/codes/{code: .+}")
    @PermitAll
    @Operation(operationId = "getCode", summary = "One code of a list")
    @APIResponse(
            responseCode = "200",
            description = "The code",
            content = @Content(schema = @Schema(implementation = Code.class)))
    @APIResponse(responseCode = "404", description = "Problem not-found: names the nearest spellings")
    public Code getCode(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "entities") String list,
            @PathParam("code")
                    @Parameter(
                            description = "The code exactly as in the list, percent-encoded where needed",
                            example = "UN Tourism")
                    String code,
            @QueryParam("version") @Parameter(description = "The code as of one of the list's versions") String version,
            @QueryParam("asOf") @Parameter(description = "The code as it was at a moment (ISO 8601)") String asOf) {
        return CodeLists.find(lists.read(list, version, asOf).codes(), code);
    }

    @GET
    @Path("/{list}/versions")
    @PermitAll
    @Operation(
            operationId = "listVersions",
            summary = "A list's versions",
            description = "Who made each, when and why, the latest first. Versions are semantic: major where something"
                    + " that was right may be wrong now, minor where more is right, patch where it is said in other"
                    + " words.")
    @APIResponse(responseCode = "200", description = "The versions")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    public List<VersionView> versions(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors")
                    String list) {
        return lists.versions(list);
    }

    @GET
    @Path("/{list}/diff")
    @PermitAll
    @Operation(operationId = "diffVersions", summary = "What is another in one version of a list than in another")
    @APIResponse(responseCode = "200", description = "The codes added, retired and changed, with each field")
    @APIResponse(responseCode = "400", description = "Problem invalid-parameter: names the versions there are")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    public VersionDiff diff(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors") String list,
            @QueryParam("from") @Parameter(required = true, description = "A version of it", example = "1.0.0")
                    String from,
            @QueryParam("to") @Parameter(description = "Another; the latest where it is not given", example = "1.1.0")
                    String to) {
        if (from == null) {
            throw Problem.invalidParameter("from", null, "Say from which version.", "a version, e.g. 1.0.0");
        }
        return lists.diff(list, from, to);
    }

    private static EntityTag tag(Snapshot snapshot, CodeFilter filter) {
        String content = snapshot.contentHash().substring(0, 20);
        String query = Fingerprint.of(filter.toString()).substring(0, 12);
        return new EntityTag(snapshot.view().version() + "-" + content + "-" + query);
    }
}
