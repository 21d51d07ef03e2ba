package org.undatacube.contributions.correction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.correction.LineCorrection.Corrected;
import org.undatacube.contributions.intake.HeaderPatch;
import org.undatacube.contributions.intake.JsonLine;
import org.undatacube.contributions.submission.LineChoice.Asked;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.RuleBook;
import org.undatacube.contributions.validation.StatedLine;
import org.undatacube.contributions.validation.Vocabularies;
import org.undatacube.http.Role;
import org.undatacube.http.VersionTag;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@APIResponse(responseCode = "403", description = "The key lacks the role, or belongs to another entity")
@APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
@APIResponse(
        responseCode = "409",
        description = "It is neither a draft nor returned; or the window is closed; or several lines are meant")
public class CorrectionResource {
    private static final String IF_MATCH = "The ETag with which the submission was read";
    private static final String BREAKDOWN = "Number or dimensions of the breakdown, where the identifier does not tell";
    private static final String LINE = "Number of the line within its breakdown, where that does not tell either";

    private final LineCorrection lines;
    private final DraftChange drafts;
    private final Vocabularies vocabularies;
    private final RuleBook rules;

    CorrectionResource(LineCorrection lines, DraftChange drafts, Vocabularies vocabularies, RuleBook rules) {
        this.lines = lines;
        this.drafts = drafts;
        this.vocabularies = vocabularies;
        this.rules = rules;
    }

    @PUT
    @Path("/{id}/lines/{lineId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "correctSubmissionLine",
            summary = "Correct one line of a draft by the entity's own identifier",
            description =
                    "The line is given whole, and judged as any other; its breakdown and number stay, unless it is split by percentages. What was"
                            + " said about the old line is replaced by what is said about the new one.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(ref = "LineRequest"),
                            examples =
                                    @ExampleObject(
                                            name = "expense",
                                            value =
                                                    "{\"function\":\"E01\",\"location\":\"ML\",\"amount\":\"1250.00\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The line as it is now, with the submission's new ETag",
            content = @Content(schema = @Schema(implementation = Corrected.class)))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or has another identifier")
    @APIResponse(responseCode = "422", description = "Rejected, with all findings; the line stays as it was")
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response correct(
            @PathParam("id") String id,
            @Parameter(description = "The entity's own identifier", example = "2024-0017") @PathParam("lineId")
                    String lineId,
            @Parameter(description = BREAKDOWN, example = "function,location") @QueryParam("breakdown")
                    String breakdown,
            @Parameter(description = LINE, example = "17") @QueryParam("line") String line,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            InputStream body)
            throws IOException, SQLException {
        UUID submission = Submission.id(id);
        Asked asked = new Asked(lineId, breakdown, line);
        try (Findings findings = new Findings(rules.current())) {
            StatedLine stated = JsonLine.alone(body, findings);
            Corrected corrected = lines.correct(submission, ifMatch, asked, stated, vocabularies.newest(), findings);
            return Response.ok(corrected)
                    .header("ETag", new VersionTag(corrected.submission().version()).header())
                    .build();
        }
    }

    @DELETE
    @Path("/{id}/lines/{lineId}")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "removeSubmissionLine",
            summary = "Take one line of a draft away",
            description = "A breakdown goes with the last of its lines; the numbers of other lines stay.")
    @APIResponse(
            responseCode = "200",
            description = "The submission without it",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response removeLine(
            @PathParam("id") String id,
            @Parameter(description = "The entity's own identifier", example = "2024-0017") @PathParam("lineId")
                    String lineId,
            @Parameter(description = BREAKDOWN, example = "function,location") @QueryParam("breakdown")
                    String breakdown,
            @Parameter(description = LINE, example = "17") @QueryParam("line") String line,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch)
            throws SQLException {
        return answer(lines.remove(Submission.id(id), ifMatch, new Asked(lineId, breakdown, line)));
    }

    @DELETE
    @Path("/{id}/breakdowns/{breakdown}")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "removeSubmissionBreakdown",
            summary = "Take a breakdown of a draft away with all its lines",
            description = "The other breakdowns stay as they are. The answer is the submission as it then is.")
    @APIResponse(
            responseCode = "200",
            description = "The submission without it",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Response removeBreakdown(
            @PathParam("id") String id,
            @Parameter(description = "Its number or dimensions", example = "function,location") @PathParam("breakdown")
                    String breakdown,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch)
            throws SQLException {
        return answer(drafts.removeBreakdown(Submission.id(id), ifMatch, breakdown));
    }

    @PATCH
    @Path("/{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed({Role.PREPARER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "changeSubmission",
            summary = "Change control total, source or replaces of a draft",
            description = "A JSON merge patch (RFC 7396): null takes a value away, what is not named stays.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = HeaderChange.class),
                            examples = @ExampleObject(name = "total", value = "{\"controlTotal\":\"5300.10\"}")))
    @APIResponse(
            responseCode = "200",
            description = "The submission as it is now",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "400", description = "The body is not a JSON object")
    @APIResponse(responseCode = "422", description = "Rejected, with all findings; it stays as it was")
    @APIResponse(responseCode = "503", description = "The registry's code lists cannot be had at present")
    public Response change(
            @PathParam("id") String id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            InputStream body)
            throws IOException {
        UUID submission = Submission.id(id);
        try (Findings findings = new Findings(rules.current())) {
            HeaderPatch patch = HeaderPatch.read(body, findings);
            return answer(drafts.change(submission, ifMatch, patch, vocabularies.newest(), findings));
        }
    }

    private static Response answer(SubmissionView submission) {
        return Response.ok(submission)
                .header("ETag", new VersionTag(submission.version()).header())
                .build();
    }

    /** The patch as the OpenAPI document shows it. */
    @Schema(name = "SubmissionChange")
    record HeaderChange(
            @Schema(nullable = true, examples = "5300.10") String controlTotal,
            @Schema(nullable = true) String source,

            @Schema(nullable = true, examples = "breakdowns")
            String replaces) {}
}
