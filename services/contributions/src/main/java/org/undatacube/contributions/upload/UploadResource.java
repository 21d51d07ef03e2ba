package org.undatacube.contributions.upload;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.upload.Uploads.Said;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Bodies that come in pieces: Resumable Uploads for HTTP, draft 12")
public class UploadResource {
    static final String OFFSET = "Upload-Offset";
    static final String COMPLETE = "Upload-Complete";
    private static final String LENGTH = "Upload-Length";
    private static final String LIMIT = "Upload-Limit";
    private static final String TRUE = "?1";
    private static final int LONGEST_CONTENT_TYPE = 200;

    private final Uploads uploads;
    private final UploadConfig config;
    private final Clock clock;
    private final long mostAtOnce;

    UploadResource(
            Uploads uploads,
            UploadConfig config,
            Clock clock,
            @ConfigProperty(name = "datacube.body-limit") MemorySize bodyLimit) {
        this.uploads = uploads;
        this.config = config;
        this.clock = clock;
        this.mostAtOnce = bodyLimit.asLongValue();
    }

    @OPTIONS
    @PermitAll
    @Operation(
            operationId = "getUploadLimits",
            summary = "How much can be uploaded, in the header Upload-Limit",
            description = "Asked before an upload, by clients that follow the draft.")
    @APIResponse(responseCode = "204", description = "Upload-Limit has max-size, max-append-size and max-age")
    public Response limits() {
        return Response.noContent()
                .header("Allow", "POST, OPTIONS")
                .header(LIMIT, limit(config.keptFor().toSeconds()))
                .build();
    }

    @POST
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "createUpload",
            summary = "Begin an upload, with or without its first bytes",
            description =
                    "Its Content-Type is that in which it will be read. It belongs to the key, and nobody else sees"
                            + " it; it is gone after some days, as max-age says.")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is where to append, Upload-Offset how much is here",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "400", description = "There is no Content-Type, or the lengths differ")
    @APIResponse(responseCode = "413", description = "It is longer than max-size")
    @APIResponse(responseCode = "429", description = "The key has too many uploads")
    public Response create(
            @Parameter(description = "?1 where these are all bytes, ?0 where more follow", example = "?0")
                    @HeaderParam(COMPLETE)
                    String complete,
            @Parameter(description = "Of all of it, where it is known", example = "1048576") @HeaderParam(LENGTH)
                    String length,
            @Parameter(hidden = true) @HeaderParam("Content-Length") Long contentLength,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
            InputStream body)
            throws SQLException {
        if (contentType == null || contentType.length() > LONGEST_CONTENT_TYPE) {
            throw new Problem(CommonProblem.BAD_REQUEST, "Content-Type says in which format the upload is.")
                    .with("header", "Content-Type");
        }
        Said said = said(0, complete, length, contentLength);
        StoredUpload upload = uploads.append(uploads.create(contentType, said), 0, said, body);
        return state(Response.created(URI.create("/api/v1/uploads/" + upload.id())), upload)
                .entity(UploadView.of(upload))
                .build();
    }

    @HEAD
    @Path("/{id}")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getUploadOffset",
            summary = "How much of an upload is here",
            description = "A request that is still appending to it is cut off, so that the offset holds.")
    @APIResponse(responseCode = "204", description = "Upload-Offset is where to go on")
    @APIResponse(responseCode = "404", description = "There is none, or it is another key's, or it has expired")
    public Response offset(@PathParam("id") String id) throws SQLException {
        return state(Response.noContent(), uploads.take(id))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getUpload",
            summary = "An upload, as JSON",
            description = "How many bytes are there, whether it is whole, and until when it is kept.")
    @APIResponse(
            responseCode = "200",
            description = "How much of it is here",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is another key's, or it has expired")
    public Response get(@PathParam("id") String id) throws SQLException {
        StoredUpload upload = uploads.take(id);
        return state(Response.ok(UploadView.of(upload)), upload)
                .header("Cache-Control", "no-store")
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/partial-upload")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "appendUpload",
            summary = "Append bytes to an upload",
            description = "Each MiB is durable by itself: where the connection breaks, HEAD says from where to go on.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/partial-upload",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "Appended; Upload-Offset is where to go on")
    @APIResponse(responseCode = "400", description = "The lengths differ, or the body was cut short")
    @APIResponse(responseCode = "404", description = "There is none, or it is another key's, or it has expired")
    @APIResponse(responseCode = "409", description = "Upload-Offset is not where the bytes end; the right one is told")
    @APIResponse(responseCode = "413", description = "It is longer than max-size, or the request than max-append-size")
    public Response append(
            @PathParam("id") String id,
            @Parameter(description = "Where the bytes begin", required = true, example = "0") @HeaderParam(OFFSET)
                    String offset,
            @Parameter(description = "?1 where these are the last bytes", example = "?1") @HeaderParam(COMPLETE)
                    String complete,
            @Parameter(description = "Of all of it, where it is known", example = "1048576") @HeaderParam(LENGTH)
                    String length,
            @Parameter(hidden = true) @HeaderParam("Content-Length") Long contentLength,
            InputStream body)
            throws SQLException {
        Long from = number(offset);
        if (from == null) {
            throw new Problem(CommonProblem.BAD_REQUEST, OFFSET + " says where the bytes begin.")
                    .with("header", OFFSET);
        }
        StoredUpload upload = uploads.take(id);
        StoredUpload after = uploads.append(upload, from, said(from, complete, length, contentLength), body);
        return state(Response.noContent(), after).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "removeUpload",
            summary = "Take an upload away with all its bytes",
            description = "What was made of it stays.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none, or it is another key's, or it has expired")
    public void remove(@PathParam("id") String id) throws SQLException {
        uploads.remove(id);
    }

    private ResponseBuilder state(ResponseBuilder answer, StoredUpload upload) {
        return answer.header(OFFSET, upload.received())
                .header(COMPLETE, upload.complete() ? TRUE : "?0")
                .header(LENGTH, upload.length())
                .header(LIMIT, limit(upload.secondsLeft(clock.instant())));
    }

    private String limit(long secondsLeft) {
        return "max-size=" + config.maxSize().asLongValue() + ", max-append-size=" + mostAtOnce + ", max-age="
                + secondsLeft;
    }

    private static Said said(long offset, String complete, String length, Long contentLength) {
        boolean completes = TRUE.equals(complete);
        Long declared = number(length);
        Long counted = completes && contentLength != null ? offset + contentLength : null;
        if (declared != null && counted != null && !declared.equals(counted)) {
            throw new Problem(
                    ContributionProblem.UPLOAD_LENGTH,
                    LENGTH + " is " + declared + ", but the request ends at " + counted + ".");
        }
        return new Said(declared == null ? counted : declared, completes);
    }

    /** Other values are passed over, as the protocol asks. */
    private static Long number(String header) {
        return header != null && header.matches("[0-9]{1,15}") ? Long.valueOf(header) : null;
    }
}
