package org.undatacube.contributions.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.audit.AuditSearch.Filter;
import org.undatacube.contributions.audit.ChainCheck.Verdict;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.NextPage;
import org.undatacube.http.Page;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, and when, proved whole by a chain of hashes")
public class AuditResource {
    private final AuditSearch search;
    private final ChainCheck chain;
    private final Caller caller;

    AuditResource(AuditSearch search, ChainCheck chain, Caller caller) {
        this.search = search;
        this.chain = chain;
        this.caller = caller;
    }

    /** @param next the cursor of the next page; absent on the last */
    @Schema(name = "AuditPage")
    public record AuditPage(
            List<AuditStep> steps, @Schema(nullable = true) Long next) {}

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "listAuditSteps",
            summary = "The steps of the audit trail, oldest first",
            description = "An entity's keys see the steps that concern their entity.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list(
            @Parameter(description = "Submission", example = "5f0c9a3e-7a52-4d0e-9a43-2f6f0c1f9b7d")
                    @QueryParam("submission")
                    String submission,
            @Parameter(description = "Entity code", example = "UNDP") @QueryParam("entity") String entity,
            @Parameter(description = "What was done", example = "certified") @QueryParam("action") String action,
            @Parameter(description = "The next of the page before", example = "200") @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Steps a page, 1 to 1000", example = "100")
                    @QueryParam("limit")
                    @DefaultValue("100")
                    String limit,
            @Context UriInfo uri)
            throws SQLException {
        Filter filter = Filter.of(submission, entity, action, cursor, limit);
        Page<AuditStep> page = search.page(filter, within());
        AuditPage view = new AuditPage(page.things(), page.next().orElse(null));
        return NextPage.link(Response.ok(view), page.next(), uri).build();
    }

    @GET
    @Path("/verify")
    @RolesAllowed({Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "verifyAuditTrail",
            summary = "Prove the audit trail whole",
            description =
                    "Computes every step's hash again. Keep length and hash elsewhere: a later trail that does not"
                            + " hold them was written anew.")
    @APIResponse(
            responseCode = "200",
            description = "The verdict, with the first step that is not as it was written",
            content = @Content(schema = @Schema(implementation = Verdict.class)))
    public Verdict verify() throws SQLException {
        return chain.verify();
    }

    /** The entity whose steps the caller may see; empty for all. */
    private Optional<String> within() {
        if (caller.isSecretariat()) {
            return Optional.empty();
        }
        return Optional.of(caller.entity()
                .orElseThrow(() -> new Problem(CommonProblem.FORBIDDEN, "The key belongs to no entity.")));
    }
}
