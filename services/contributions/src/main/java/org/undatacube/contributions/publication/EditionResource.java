package org.undatacube.contributions.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.IdempotencyKey;
import org.undatacube.http.NextPage;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

@Path("/api/v1/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Editions", description = "What is published, and when")
public class EditionResource {
    private static final int MOST_SUBMISSIONS = 10_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LARGEST_PAGE = 200;

    private final Publisher publisher;
    private final IdempotentRequests requests;
    private final Caller caller;

    EditionResource(Publisher publisher, IdempotentRequests requests, Caller caller) {
        this.publisher = publisher;
        this.requests = requests;
        this.caller = caller;
    }

    /** What to publish. */
    @Schema(name = "EditionRequest")
    public record EditionRequest(
            @Schema(
                    description = "Certified submissions; those of the same entity, year and flow take effect in this"
                            + " order",
                    examples = "[\"5f0c9a3e-7a52-4d0e-9a43-2f6f0c1f9b7d\"]")
            List<UUID> submissions,

            @Schema(examples = "Expenses of 2024") String title) {}

    /** An edition as the API shows it. */
    @Schema(name = "Edition")
    public record EditionView(
            @Schema(examples = "3") long edition,
            Instant publishedAt,
            String title,
            List<UUID> submissions,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What was certified, by submission; in answers about one edition")
            Map<UUID, String> contentHashes) {

        static EditionView of(Edition edition) {
            return new EditionView(
                    edition.number, edition.publishedAt, edition.title, List.copyOf(edition.submissions), null);
        }

        static EditionView withHashes(Edition edition) {
            Map<UUID, String> hashes = new LinkedHashMap<>();
            Submission.<Submission>list("id in ?1", edition.submissions).stream()
                    .filter(submission -> submission.contentHash != null)
                    .forEach(submission -> hashes.put(submission.id, submission.contentHash));
            return new EditionView(
                    edition.number, edition.publishedAt, edition.title, List.copyOf(edition.submissions), hashes);
        }
    }

    /** @param next the cursor of the next page; absent on the last */
    @Schema(name = "EditionPage")
    public record EditionPage(
            List<EditionView> editions,
            @Schema(nullable = true) Long next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "publishEdition",
            summary = "Publish submissions as a new edition",
            description = "All of them or none. What they replace becomes superseded and stays readable.")
    @APIResponse(
            responseCode = "201",
            description = "The new edition",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "400", description = "The request names no submission, or one twice")
    @APIResponse(responseCode = "404", description = "A submission does not exist")
    @APIResponse(
            responseCode = "409",
            description =
                    "A submission is not certified, or is a test; or a request with the same Idempotency-Key is being"
                            + " answered")
    public Response publish(
            @Parameter(description = "Sent again with the same request it gives the same answer", example = "a-uuid")
                    @HeaderParam(IdempotencyKey.HEADER)
                    String key,
            @Context UriInfo uri,
            EditionRequest request) {
        requireSound(request);
        IdempotentRequest post = IdempotentRequest.post(key, caller.name(), uri.getRequestUri(), request);
        return requests.answer(post, () -> {
                    Edition edition = publisher.publish(request.submissions(), request.title(), caller.name());
                    return Outcome.created("/api/v1/editions/" + edition.number, null, EditionView.withHashes(edition));
                })
                .response();
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listEditions",
            summary = "Editions, newest first",
            description = "A page of them; next is the cursor of the one that follows.")
    @APIResponse(
            responseCode = "200",
            description = "A page of editions; the Link header leads to the next",
            content = @Content(schema = @Schema(implementation = EditionPage.class)))
    public Response list(
            @Parameter(description = "The next of the page before", example = "12") @QueryParam("cursor") String cursor,
            @Parameter(description = "Editions a page, 1 to 200", example = "50")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    String limit,
            @Context UriInfo uri) {
        long before = cursor == null ? Long.MAX_VALUE : Numbers.of("cursor", cursor, 1, Long.MAX_VALUE);
        int size = (int) Numbers.of("limit", limit, 1, LARGEST_PAGE);
        List<Edition> found = Edition.<Edition>find("number < ?1", Sort.descending("number"), before)
                .range(0, size - 1)
                .list();
        boolean last = found.size() < size || found.get(size - 1).number == 1;
        Long next = last ? null : found.get(size - 1).number;
        EditionPage page = new EditionPage(found.stream().map(EditionView::of).toList(), next);
        return NextPage.link(Response.ok(page), Optional.ofNullable(next), uri).build();
    }

    @GET
    @Path("/{edition}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getEdition",
            summary = "One edition",
            description = "When it was published, by whom, and of which submissions it is made.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = EditionView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public EditionView get(@Parameter(description = "Its number", example = "3") @PathParam("edition") String edition) {
        return EditionView.withHashes(Edition.require(Numbers.of("edition", edition, 1, Long.MAX_VALUE)));
    }

    private static void requireSound(EditionRequest request) {
        if (request == null
                || request.submissions() == null
                || request.submissions().isEmpty()
                || request.submissions().size() > MOST_SUBMISSIONS
                || request.submissions().contains(null)) {
            throw new Problem(
                            CommonProblem.BAD_REQUEST,
                            "submissions lists 1 to " + MOST_SUBMISSIONS + " identifiers of submissions.")
                    .with("pointer", "/submissions");
        }
        if (Set.copyOf(request.submissions()).size() < request.submissions().size()) {
            throw new Problem(CommonProblem.BAD_REQUEST, "submissions names one of them twice.")
                    .with("pointer", "/submissions");
        }
        String title = request.title();
        if (title != null
                && (title.length() > LONGEST_TITLE
                        || title.chars().anyMatch(Character::isISOControl)
                        || title.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF))) {
            throw new Problem(
                            CommonProblem.BAD_REQUEST,
                            "title is one line of plain text of at most " + LONGEST_TITLE + " characters.")
                    .with("pointer", "/title");
        }
    }
}
