package org.undatacube.registry.importing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.Provenance;

/** Imports over HTTP, for administrators. */
@Path("/api/v1/code-lists/{list}/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
public class ImportResource {
    private final CodeLists lists;
    private final Imports imports;
    private final Caller caller;

    ImportResource(CodeLists lists, Imports imports, Caller caller) {
        this.lists = lists;
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "importCodes",
            summary = "Import a file of the CEB as it is",
            description = "The whole file or nothing. Codes that are not in the file stay as they are, and importing"
                    + " the same file again changes nothing. Findings name the row and what was done about it.")
    @RequestBody(
            description = "The file, in UTF-8, with its header row",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What changed, and what was found",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "400", description = "Problem invalid-parameter or malformed-body")
    @APIResponse(responseCode = "401", description = "Problem unauthenticated")
    @APIResponse(responseCode = "403", description = "Problem forbidden")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    @APIResponse(responseCode = "422", description = "Problem import-rejected: has the findings; nothing was stored")
    public ImportReport importFile(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors") String list,
            @QueryParam("format")
                    @Parameter(
                            required = true,
                            description = "ceb-donors into contributors; ceb-pooled-funds and ceb-thematic-funds into"
                                    + " instruments",
                            example = "ceb-donors")
                    String format,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Say what would change, and change nothing", example = "true")
                    boolean dryRun,
            @QueryParam("reason")
                    @Parameter(
                            description = "Why, for the list's history; the file's format where it is not given",
                            example = "CEB's list of August 2026")
                    String reason,
            InputStream file) {
        lists.codeList(list);
        ImportFormat known = format == null ? null : ImportFormat.find(format).orElse(null);
        if (known == null || !known.list().equals(list)) {
            throw Problem.invalidParameter(
                    "format",
                    format,
                    "The list " + list + " has no import format " + format + ".",
                    ImportFormat.codes(list));
        }
        String why = reason == null || reason.isBlank() ? "Import of " + format : reason.strip();
        return imports.run(known, file, dryRun, new Provenance(caller.name(), why));
    }
}
