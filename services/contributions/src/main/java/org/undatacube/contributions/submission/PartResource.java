package org.undatacube.contributions.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.Page;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@APIResponse(responseCode = "403", description = "It is published, but another entity's")
@APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
public class PartResource {
    private static final int LARGEST_PAGE = 1_000;

    private final Caller caller;
    private final RejectedLineExport rejected;

    PartResource(Caller caller, RejectedLineExport rejected) {
        this.caller = caller;
        this.rejected = rejected;
    }

    /**
     * Parts in which a submission came.
     *
     * @param next the cursor of the next page; absent on the last
     */
    @Schema(name = "SubmissionParts")
    public record PartList(
            List<SubmissionPartView> parts,
            @Schema(nullable = true) Long next) {}

    @GET
    @Path("/{id}/parts")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "listSubmissionParts",
            summary = "The parts in which a submission came, with what was kept and refused of each",
            description = "For those who act for its entity. A part never changes, whatever becomes of its lines.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the parts, in order; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = PartList.class)))
    public Response parts(
            @PathParam("id") String id,
            @Parameter(description = "The next of the page before", example = "200") @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Parts a page, 1 to 1000", example = "1000") @QueryParam("limit") String limit,
            @Context UriInfo uri) {
        Page<SubmissionPart> page = SubmissionPart.page(own(id).id, Page.Asked.of(cursor, limit, LARGEST_PAGE));
        List<SubmissionPartView> views =
                page.things().stream().map(SubmissionPartView::of).toList();
        PartList list = new PartList(views, page.next().orElse(null));
        return NextPage.link(Response.ok(list), page.next(), uri).build();
    }

    @GET
    @Path("/{id}/parts/{part}")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "getSubmissionPart",
            summary = "What was kept and refused of one part",
            description = "A part is what one request brought of a submission that is sent in several.")
    @APIResponse(responseCode = "200", description = "The part")
    public SubmissionPartView part(
            @PathParam("id") String id,
            @Parameter(description = "Its number", example = "2") @PathParam("part") String part) {
        return SubmissionPartView.of(require(own(id), part));
    }

    @GET
    @Path("/{id}/rejected-lines")
    @Produces("text/csv")
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "getRejectedSubmissionLines",
            summary = "The lines that were refused of a part, as a file to mend",
            description = "In the columns in which they were sent, after three of ours: part, row and findings. Mended,"
                    + " the file is posted to …/lines as it is: our columns are passed over. Text that a spreadsheet"
                    + " would compute has an apostrophe in front, which is taken off again.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "text/csv"))
    public Response rejected(
            @PathParam("id") String id,
            @Parameter(
                            description = "The part; the last of which lines were refused where it is left out",
                            example = "1")
                    @QueryParam("part")
                    String part) {
        Submission submission = own(id);
        SubmissionPart asked = part == null ? lastWithRefusals(submission) : require(submission, part);
        StreamingOutput file = out -> rejected.write(asked, out);
        return Response.ok(file)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"rejected-lines-" + submission.id + "-" + asked.number + ".csv\"")
                .build();
    }

    private Submission own(String id) {
        Submission submission = Submission.visible(id, caller);
        caller.requireActsFor(submission.entity);
        return submission;
    }

    private static SubmissionPart require(Submission submission, String part) {
        return Optional.of(part)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .flatMap(number -> SubmissionPart.find(submission.id, Integer.parseInt(number)))
                .orElseThrow(() -> Problem.notFound("The submission has no such part."));
    }

    private static SubmissionPart lastWithRefusals(Submission submission) {
        return SubmissionPart.of(submission.id).stream()
                .filter(part -> part.refusedLines > 0)
                .max(Comparator.comparingInt(part -> part.number))
                .orElseThrow(() -> Problem.notFound("No line of the submission was refused alone."));
    }
}
