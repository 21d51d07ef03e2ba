package org.undatacube.contributions.publication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.Role;

@Path("/api/v1/submissions/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
public class ImpactResource {
    private static final int MOST_MOVES = 1_000;
    private static final String EXAMPLE = """
            {"submission":"2b0f2b52-4bd4-4c69-a6cb-1b5a9e0f3c11","version":2,"entity":"UNDP","year":2024,"flow":"expense",
             "controlTotal":{"before":"5300.10","after":"5320.10","change":"20.00"},
             "total":{"before":"5300.10","after":"5320.10","change":"20.00"},
             "breakdowns":[
               {"dimensions":["function"],"fate":"kept",
                "before":{"id":64,"submission":"0c1d3c54-7be0-4a4e-9d0e-5a3f6f0a1b22","lines":2,"total":"5300.10"},
                "after":{"id":64,"submission":"0c1d3c54-7be0-4a4e-9d0e-5a3f6f0a1b22","lines":2,"total":"5300.10"}},
               {"dimensions":["sdg"],"fate":"added","before":null,
                "after":{"id":128,"submission":"2b0f2b52-4bd4-4c69-a6cb-1b5a9e0f3c11","lines":1,"total":"5320.10"}}],
             "coverage":{"gained":[["sdg"]],"lost":[]},
             "byDimension":[
               {"dimension":"sdg","before":null,"after":128,"members":1,
                "moves":[{"code":"5.a","before":null,"after":"5320.10","change":"5320.10"}]}]}
            """;

    private final ImpactPreview preview;
    private final Caller caller;

    ImpactResource(ImpactPreview preview, Caller caller) {
        this.preview = preview;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Transactional
    @Operation(
            operationId = "previewImpact",
            summary = "What would change if a submission were published now",
            description =
                    "Totals before and after, the largest moves by dimension, what is replaced and what stays, and"
                            + " which dimensions can be asked for together that could not before. Against what is published at"
                            + " this moment; other submissions that wait for publication are not looked at. For drafts too.")
    @APIResponse(
            responseCode = "200",
            description = "The impact, exact",
            content =
                    @Content(
                            schema = @Schema(implementation = Impact.class),
                            examples = @ExampleObject(name = "a supplement", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "top is no number from 0 to 1,000")
    @APIResponse(responseCode = "403", description = "The key belongs to another entity")
    @APIResponse(responseCode = "404", description = "There is none, or it is not the caller's")
    @APIResponse(responseCode = "409", description = "It is published or withdrawn")
    public Impact impact(
            @PathParam("id") String id,
            @Parameter(description = "How many moves are listed for each dimension, 0 to 1,000", example = "10")
                    @QueryParam("top")
                    @DefaultValue("10")
                    String top) {
        int listed = (int) Numbers.of("top", top, 0, MOST_MOVES);
        Submission submission = Submission.visible(id, caller);
        caller.requireActsFor(submission.entity);
        return preview.of(submission, listed);
    }
}
