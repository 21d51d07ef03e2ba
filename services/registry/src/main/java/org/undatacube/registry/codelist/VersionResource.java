package org.undatacube.registry.codelist;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Problem;

/** The versions of lists over HTTP. */
@Path("/api/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
public class VersionResource {
    private final CodeLists lists;

    VersionResource(CodeLists lists) {
        this.lists = lists;
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
    @Operation(
            operationId = "diffVersions",
            summary = "What is another in one version of a list than in another",
            description = "Codes that were added, changed or ended, member by member.")
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
}
