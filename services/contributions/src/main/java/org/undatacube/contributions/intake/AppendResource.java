package org.undatacube.contributions.intake;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.http.Caller;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.Role;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class AppendResource {
    private static final String EXAMPLE =
            "{\"breakdowns\":[{\"lines\":[{\"function\":\"E01\",\"location\":\"ML\",\"amount\":\"1200.00\"}]}]}";
    private static final StatedHeader NOTHING_STATED =
            new StatedHeader(null, null, null, null, null, null, null, false);

    private final Append append;
    private final IdempotentRequests requests;
    private final Caller caller;
    private final long limit;

    AppendResource(
            Append append,
            IdempotentRequests requests,
            Caller caller,
            @ConfigProperty(name = "datacube.body-limit") MemorySize limit) {
        this.append = append;
        this.requests = requests;
        this.caller = caller;
        this.limit = limit.asLongValue();
    }

    @POST
    @Path("/{id}/lines")
    @Consumes(MediaType.APPLICATION_JSON)
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
                        schema = @Schema(ref = "SubmissionRequest"),
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
    @APIResponse(responseCode = "400", description = "The body is not JSON or CSV, or was cut short")
    @APIResponse(responseCode = "401", description = "Credentials needed")
    @APIResponse(responseCode = "403", description = "The key lacks the role or belongs to another entity")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(
            responseCode = "409",
            description = "It is neither a draft nor returned; or a request with the same Idempotency-Key is being"
                    + " answered")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "413", description = "The body is longer than 64 MiB")
    @APIResponse(responseCode = "415", description = "The body is neither application/json nor text/csv")
    @APIResponse(responseCode = "422", description = "Rejected, with all findings; nothing was appended")
    @APIResponse(responseCode = "428", description = "If-Match is needed")
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response append(
            @PathParam("id") String id,
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
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        return answer(id, partial, ifMatch, key, uri, body, spooled -> new JsonBody(spooled, false));
    }

    @POST
    @Path("/{id}/lines")
    @Consumes("text/csv")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    public Response appendCsv(
            @PathParam("id") String id,
            @QueryParam("partial") @DefaultValue("false") String partial,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam(IdempotencyKey.HEADER) String key,
            @Context UriInfo uri,
            InputStream body)
            throws IOException {
        return answer(id, partial, ifMatch, key, uri, body, spooled -> new CsvBody(spooled, NOTHING_STATED, false));
    }

    private Response answer(
            String id,
            String partial,
            String ifMatch,
            String key,
            UriInfo uri,
            InputStream body,
            Function<SpooledBody, SubmissionBody> format)
            throws IOException {
        UUID submission = Submission.id(id);
        Append.Target target = new Append.Target(submission, ifMatch, Flag.of("partial", partial));
        try (SpooledBody spooled = SpooledBody.of(body, limit)) {
            IdempotentRequest request = IdempotentRequest.post(key, caller.name(), uri.getRequestUri(), spooled.hash());
            return append.take(format.apply(spooled), target, requests.to(request))
                    .response();
        }
    }
}
