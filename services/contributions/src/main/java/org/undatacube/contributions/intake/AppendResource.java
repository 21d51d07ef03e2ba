package org.undatacube.contributions.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.Role;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class AppendResource {
    private static final String EXAMPLE =
            "{\"breakdowns\":[{\"lines\":[{\"function\":\"E01\",\"location\":\"ML\",\"amount\":\"1200.00\"}]}]}";

    private final Append append;
    private final Reception reception;

    AppendResource(Append append, Reception reception) {
        this.append = append;
        this.reception = reception;
    }

    @POST
    @Path("/{id}/lines")
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
            operationId = "appendSubmissionLines",
            summary = "Append lines to a draft, or to what was returned",
            description =
                    "Lines go to the breakdown with the same dimensions, or else to a new one. They are judged line"
                            + " by line, and all of them are appended or none, unless partial=true. Of two who append at once"
                            + " one gets 412.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SubmissionRequest.Lines.class),
                        examples = @ExampleObject(name = "expense", value = EXAMPLE)),
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "expense", value = SubmissionRequest.CSV_EXAMPLE))
            })
    @APIResponse(
            responseCode = "201",
            description = "Appended; the ETag is the submission's new one",
            content = @Content(schema = @Schema(implementation = Received.class)))
    @APIResponse(responseCode = "202", description = "A job takes them; Location says where to watch it")
    @APIResponse(responseCode = "400", description = "The body is not JSON or CSV, or was cut short")
    @APIResponse(responseCode = "403", description = "The key lacks the role or belongs to another entity")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(
            responseCode = "409",
            description = "It is neither a draft nor returned; or a request with the same Idempotency-Key is being"
                    + " answered")
    @APIResponse(responseCode = "413", description = "The body is longer than 512 MiB, unpacked")
    @APIResponse(responseCode = "415", description = "The body is of another format or content encoding")
    @APIResponse(responseCode = "422", description = "Rejected, with all findings; nothing was appended")
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response append(
            @PathParam("id") String id,
            @BeanParam IntakeResource.Parameters parameters,
            @Parameter(
                            description = "Whether good lines are appended though others are refused; those are given"
                                    + " back at …/rejected-lines",
                            example = "true")
                    @QueryParam("partial")
                    @DefaultValue("false")
                    String partial,
            @Parameter(description = "The ETag with which the submission was read", example = "\"1\"")
                    @HeaderParam("If-Match")
                    String ifMatch,
            @Parameter(description = "Sent again with the same request it gives the same answer", example = "a-uuid")
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
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
            @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
            @Parameter(hidden = true) @HeaderParam("Content-Encoding") String contentEncoding,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        Append.Target target = new Append.Target(Submission.id(id), ifMatch, Flag.of("partial", partial));
        InputStream unpacked = Gunzip.unpack(body, contentEncoding);
        Arrival arrival = new Arrival(uri.getRequestUri(), contentType, unpacked, upload, key, prefer);
        return reception
                .receive(arrival, parameters.said(), false, (read, request) -> append.take(read, target, request))
                .response();
    }
}
