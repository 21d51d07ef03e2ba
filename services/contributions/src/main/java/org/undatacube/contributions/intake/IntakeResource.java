package org.undatacube.contributions.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.report.ReportView;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.Role;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class IntakeResource {
    private final Intake intake;
    private final Reception reception;

    /** What is said in query parameters about a body that is not JSON. */
    public static class Parameters {
        @QueryParam("entity")
        @Parameter(description = "Where the body is not JSON: entity code", example = "UNDP")
        String entity;

        @QueryParam("year")
        @Parameter(description = "Where the body is not JSON: reporting year", example = "2024")
        String year;

        @QueryParam("flow")
        @Parameter(description = "Where the body is not JSON: revenue or expense", example = "expense")
        String flow;

        @QueryParam("controlTotal")
        @Parameter(description = "Where the body is not JSON: audited total in USD", example = "5300.10")
        String controlTotal;

        @QueryParam("replaces")
        @Parameter(
                description = "Where the body is not JSON: submission (default) or breakdowns",
                example = "breakdowns")
        String replaces;

        @QueryParam("source")
        @Parameter(
                description = "Where the body is not JSON: where the figures come from",
                example = "Financial report 2024")
        String source;

        @QueryParam("test")
        @Parameter(description = "Where the body is not JSON: to try things out, never published", example = "false")
        String test;

        @QueryParam("delimiter")
        @Parameter(
                description =
                        "With text/csv, what stands between columns: comma, semicolon, tab or pipe. Taken from the"
                                + " header, and said in a note, where it is left out",
                example = "semicolon")
        String delimiter;

        @QueryParam("decimal")
        @Parameter(
                description =
                        "With CSV and XLSX, what stands before the decimals of amounts in text: point or comma; the"
                                + " other one may stand between thousands. Taken from all amounts, and said in a note, where it is"
                                + " left out; refused where they can be read in both ways",
                example = "comma")
        String decimal;

        BodyParameters said() {
            Map<String, String> values = new HashMap<>();
            values.put("entity", entity);
            values.put("year", year);
            values.put("flow", flow);
            values.put("controlTotal", controlTotal);
            values.put("replaces", replaces);
            values.put("source", source);
            values.put("test", test);
            return new BodyParameters(StatedHeader.inParameters(values), delimiter, decimal);
        }
    }

    IntakeResource(Intake intake, Reception reception) {
        this.intake = intake;
        this.reception = reception;
    }

    @POST
    @Consumes({
        MediaType.APPLICATION_JSON,
        BodyFormat.Type.NDJSON,
        BodyFormat.Type.JSONL,
        BodyFormat.Type.CSV,
        BodyFormat.Type.TSV,
        BodyFormat.Type.XLSX
    })
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "submit",
            summary = "Submit an entity's lines for a year and flow",
            description = "As JSON; as JSON Lines, whose first line may be what the submission says about itself; or as"
                    + " a table, with that in query parameters; as a workbook, such as /api/v1/templates gives. Any of them with Content-Encoding: gzip. All of it is"
                    + " judged by the rules at /api/v1/rules; it is stored as a whole or not at all. A draft is judged line by"
                    + " line, may have no lines yet, and is judged as a whole by POST …/validation.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SubmissionRequest.class),
                        examples = @ExampleObject(name = "expense", value = SubmissionRequest.EXAMPLE)),
                @Content(
                        mediaType = BodyFormat.Type.NDJSON,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "expense", value = SubmissionRequest.NDJSON_EXAMPLE)),
                @Content(
                        mediaType = BodyFormat.Type.CSV,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "expense", value = SubmissionRequest.CSV_EXAMPLE)),
                @Content(mediaType = BodyFormat.Type.TSV, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = BodyFormat.Type.XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Accepted, with the number of warnings and notes",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun=true: judged and not stored; the report, whether or not it would be accepted",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "202", description = "A job takes it; Location says where to watch it")
    @APIResponse(responseCode = "400", description = "The body is not of its format, or was cut short")
    @APIResponse(responseCode = "403", description = "The key lacks the role or belongs to another entity")
    @APIResponse(responseCode = "404", description = "There is no such upload")
    @APIResponse(responseCode = "413", description = "The body is longer than 512 MiB, unpacked")
    @APIResponse(responseCode = "415", description = "The body is of another format or content encoding")
    @APIResponse(
            responseCode = "422",
            description = "Rejected; the member findings names row, field and what is right. Or the Idempotency-Key was"
                    + " sent before with another request")
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response submit(
            @BeanParam Parameters parameters,
            @Parameter(description = "To be completed and validated later", example = "true")
                    @QueryParam("draft")
                    @DefaultValue("false")
                    String draft,
            @Parameter(description = "Only judged: the answer is the report, and nothing is stored", example = "true")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    String dryRun,
            @Parameter(
                            description =
                                    "Whether good lines are kept, in a draft, though others are refused; those are"
                                            + " given back at …/rejected-lines",
                            example = "true")
                    @QueryParam("partial")
                    @DefaultValue("false")
                    String partial,
            @Parameter(
                            description = "An upload that is the body, in the upload's content type",
                            example = "5f0c9a3e-7a52-4d0e-9a43-2f6f0c1f9b7d")
                    @QueryParam("upload")
                    String upload,
            @Parameter(
                            description = "respond-async: be answered with a job; wait=600: rather wait",
                            example = "wait=600")
                    @HeaderParam("Prefer")
                    String prefer,
            @Parameter(description = "Sent again with the same request it gives the same answer", example = "a-uuid")
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
            @Parameter(hidden = true) @HeaderParam("Content-Encoding") String contentEncoding,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Manner manner = new Manner(Flag.of("draft", draft), Flag.of("partial", partial), Flag.of("dryRun", dryRun));
        InputStream unpacked = Gunzip.unpack(body, contentEncoding);
        Arrival arrival = new Arrival(uri.getRequestUri(), contentType, unpacked, upload, key, prefer);
        return reception
                .receive(
                        arrival,
                        parameters.said(),
                        manner.draft(),
                        (read, request) -> intake.take(read, manner, request))
                .response();
    }
}
