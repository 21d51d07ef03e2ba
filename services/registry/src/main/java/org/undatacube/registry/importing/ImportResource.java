package org.undatacube.registry.importing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
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

    @GET
    @Path("/formats")
    @PermitAll
    @Operation(
            operationId = "listImportFormats",
            summary = "The formats in which a list can be imported",
            description = "CEB's own files as they are, and datacube, the project's own format, with their columns.")
    @APIResponse(responseCode = "200", description = "The formats")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    public List<FormatView> formats(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors")
                    String list) {
        lists.codeList(list);
        return ImportFormat.of(list).stream().map(FormatView::of).toList();
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "importCodes",
            summary = "Import a list from a file",
            description =
                    "The whole file or nothing: where anything in it is refused, nothing is stored. Codes that are"
                            + " not in the file stay as they are but for retireAbsent, and importing the same file again changes"
                            + " nothing. Findings name row and field, what was done about it, and what would be right.")
    @RequestBody(
            description = "The file, in UTF-8, with its header row; separated by commas, semicolons or tabs",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description =
                    "What changed, and what was found; with dryRun, what would change and everything that is found",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    @APIResponse(responseCode = "422", description = "Problem import-rejected: has the findings; nothing was stored")
    public ImportReport importFile(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "contributors") String list,
            @QueryParam("format")
                    @Parameter(
                            required = true,
                            description =
                                    "One of the list's formats (see /imports/formats): a file of the CEB as it is,"
                                            + " or datacube",
                            example = "ceb-donors")
                    String format,
            @QueryParam("dryRun")
                    @Parameter(
                            description = "Say what would change, and change nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN),
                            example = "true")
                    String dryRun,
            @QueryParam("retireAbsent")
                    @Parameter(
                            description = "The last year for codes that the file should have and has not; they stay as"
                                    + " they are where it is not given",
                            schema = @Schema(type = SchemaType.INTEGER),
                            example = "2025")
                    String retireAbsent,
            @QueryParam("reason")
                    @Parameter(
                            description = "Why, for the list's history; the file's format where it is not given",
                            example = "CEB's list of August 2026")
                    String reason,
            @Context UriInfo uri,
            InputStream file) {
        lists.codeList(list);
        ImportFormat known = ImportFormat.find(list, format)
                .orElseThrow(() -> Problem.invalidParameter(
                        "format",
                        format,
                        "The list " + list + " has no import format " + format + ".",
                        ImportFormat.of(list).stream().map(ImportFormat::code).toList()));
        String why = reason == null || reason.isBlank() ? "Import of " + format : reason.strip();
        return imports.run(
                new Imports.Order(
                        list,
                        known,
                        isTrue(given(uri, "dryRun", dryRun)),
                        year(retireAbsent),
                        new Provenance(caller.name(), why)),
                file);
    }

    /** Also where it is there without a value, which the framework takes for absent. */
    private static String given(UriInfo uri, String parameter, String value) {
        return value == null && uri.getQueryParameters().containsKey(parameter) ? "" : value;
    }

    /** Nothing but the two words, as any other that stood for true would store what was only to be shown. */
    private static boolean isTrue(String dryRun) {
        if (dryRun != null && !List.of("true", "false").contains(dryRun)) {
            throw Problem.invalidParameter(
                    "dryRun", dryRun, "dryRun is neither true nor false.", List.of("true", "false"));
        }
        return "true".equals(dryRun);
    }

    private static Integer year(String retireAbsent) {
        if (retireAbsent != null && !retireAbsent.matches("[12]\\d{3}")) {
            throw Problem.invalidParameter(
                    "retireAbsent", retireAbsent, retireAbsent + " is not a year.", "a year, e.g. 2025");
        }
        return retireAbsent == null ? null : Integer.valueOf(retireAbsent);
    }
}
