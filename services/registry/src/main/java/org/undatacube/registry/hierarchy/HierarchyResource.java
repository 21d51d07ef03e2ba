package org.undatacube.registry.hierarchy;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;

/** Hierarchies over HTTP, for all to read. */
@Path("/api/v1/code-lists/{list}/hierarchies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
@APIResponse(responseCode = "400", description = "Problem invalid-parameter: names what would be right")
@APIResponse(responseCode = "404", description = "Problem not-found: names the lists or hierarchies there are")
public class HierarchyResource {
    private final Hierarchies hierarchies;

    /** For the OpenAPI document alone. */
    @Schema(
            name = "ListedHierarchy",
            description = "A summary; with detail=full the whole",
            anyOf = {HierarchySummary.class, HierarchyDocument.class})
    private static final class Listed {}

    HierarchyResource(Hierarchies hierarchies) {
        this.hierarchies = hierarchies;
    }

    static String address(String list, String id) {
        return "/api/v1/code-lists/" + list + "/hierarchies/" + id;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listHierarchies",
            summary = "A list's hierarchies of named groups",
            description = "Other ways to put the list's codes together than its own levels. Questions to the cubes name"
                    + " them where they name a level.")
    @APIResponse(
            responseCode = "200",
            description = "The hierarchies by identifier",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Listed.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response list(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @QueryParam("detail")
                    @DefaultValue("summary")
                    @Parameter(
                            description = "full for whole hierarchies with groups and members",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"summary", "full"}))
                    String detail,
            @QueryParam("closed")
                    @DefaultValue("false")
                    @Parameter(description = "Those too that are closed", example = "true")
                    boolean closed,
            @QueryParam("asOf")
                    @Parameter(description = "As they were at a moment (ISO 8601)", example = "2026-12-31T00:00:00Z")
                    String asOf,
            @Context Request request) {
        if (!List.of("summary", "full").contains(detail)) {
            throw Problem.invalidParameter("detail", detail, "detail is summary or full.", List.of("summary", "full"));
        }
        List<HierarchySnapshot> found = hierarchies.all(list, asOf).stream()
                .filter(hierarchy -> closed || !hierarchy.document().closed())
                .toList();
        String said = found.stream().map(HierarchySnapshot::said).toList() + detail;
        EntityTag tag = new EntityTag(Fingerprint.of(said).substring(0, 20));
        Object entity = detail.equals("full")
                ? found.stream().map(HierarchySnapshot::document).toList()
                : found.stream().map(HierarchySummary::of).toList();
        return answer(request, tag, entity, "no-cache");
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getHierarchy",
            summary = "A hierarchy with its groups and their members",
            description = "A member stands for itself and all codes below it, from its first year to its last. The ETag"
                    + " is strong; that of the latest version without a year is the one that If-Match takes.")
    @APIResponse(
            responseCode = "200",
            description = "The hierarchy",
            content = @Content(schema = @Schema(implementation = HierarchyDocument.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response get(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @PathParam("id") @Parameter(description = "The hierarchy's identifier", example = "groups") String id,
            @QueryParam("version") @Parameter(description = "In one of its versions", example = "1.0.0") String version,
            @QueryParam("asOf")
                    @Parameter(description = "As it was at a moment (ISO 8601)", example = "2026-12-31T00:00:00Z")
                    String asOf,
            @QueryParam("year") @Parameter(description = "Only the members of this year", example = "2024") String year,
            @Context Request request) {
        HierarchySnapshot snapshot = hierarchies.read(list, id, version, asOf);
        if (year != null && !year.matches("[12]\\d{3}")) {
            throw Problem.invalidParameter("year", year, year + " is not a year.", "a year, e.g. 2024");
        }
        return answer(
                request,
                new EntityTag(snapshot.tag() + (year == null ? "" : "-" + year)),
                year == null ? snapshot.document() : snapshot.document().inYear(Integer.parseInt(year)),
                version == null ? "no-cache" : "public, max-age=31536000, immutable");
    }

    @GET
    @Path("/{id}/versions")
    @PermitAll
    @Operation(
            operationId = "listHierarchyVersions",
            summary = "A hierarchy's versions",
            description =
                    "Who made each, when and why, the latest first. Major: a membership or a group ended, or the"
                            + " hierarchy was closed; minor: one came in; patch: it is said in other words, or another owns it.")
    @APIResponse(responseCode = "200", description = "The versions")
    public List<HierarchyVersionView> versions(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @PathParam("id") @Parameter(description = "The hierarchy's identifier", example = "groups") String id) {
        return hierarchies.versions(list, id);
    }

    @GET
    @Path("/{id}/diff")
    @PermitAll
    @Operation(
            operationId = "diffHierarchyVersions",
            summary = "What is another in one version of a hierarchy than in another",
            description = "Groups and members that were added, changed or ended.")
    @APIResponse(responseCode = "200", description = "The groups and members that came, went and changed")
    public HierarchyVersionDiff diff(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @PathParam("id") @Parameter(description = "The hierarchy's identifier", example = "groups") String id,
            @QueryParam("from") @Parameter(required = true, description = "A version of it", example = "1.0.0")
                    String from,
            @QueryParam("to") @Parameter(description = "Another; the latest where it is not given", example = "1.1.0")
                    String to) {
        if (from == null) {
            throw Problem.invalidParameter("from", null, "Say from which version.", "a version, e.g. 1.0.0");
        }
        return hierarchies.diff(list, id, from, to);
    }

    private static Response answer(Request request, EntityTag tag, Object entity, String caching) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(entity) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .build();
    }
}
