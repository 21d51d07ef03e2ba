package org.undatacube.registry.rate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import org.undatacube.registry.codelist.Provenance;

/** Imports of exchange rates over HTTP, for administrators. */
@Path("/api/v1/exchange-rates/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchange rates")
public class RateImportResource {
    private final RateImport imports;
    private final Caller caller;

    RateImportResource(RateImport imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "importExchangeRates",
            summary = "Import CEB's file of rates as it is",
            description =
                    "The whole file or nothing. Rates that are not in the file stay as they are, and importing the"
                            + " same file again changes nothing.")
    @RequestBody(
            description = "The file, in UTF-8, with its header row",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What changed, and what was found",
            content = @Content(schema = @Schema(implementation = RateImportReport.class)))
    @APIResponse(responseCode = "422", description = "Problem import-rejected: has the findings; nothing was stored")
    public RateImportReport importFile(
            @QueryParam("format") @Parameter(required = true, description = "ceb-rates", example = "ceb-rates")
                    String format,
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Parameter(description = "Say what would change, and change nothing", example = "true")
                    boolean dryRun,
            @QueryParam("reason")
                    @Parameter(
                            description = "Why, for the history of the rates; the file's format where it is not given",
                            example = "CEB's rates of December 2026")
                    String reason,
            InputStream file) {
        if (!RateFile.FORMAT.equals(format)) {
            throw Problem.invalidParameter(
                    "format", format, "There is no import format " + format + " of rates.", List.of(RateFile.FORMAT));
        }
        String why = reason == null || reason.isBlank() ? "Import of " + format : reason.strip();
        return imports.run(file, dryRun, new Provenance(caller.name(), why));
    }
}
