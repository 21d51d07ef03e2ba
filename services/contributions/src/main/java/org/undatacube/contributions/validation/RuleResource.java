package org.undatacube.contributions.validation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Problem;

@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rules", description = "What submissions are judged by")
public class RuleResource {
    private static final String VERSION = "As a submission's rulesVersion: the settings that it was judged by";
    private static final String AS_OF = "The settings at a moment";

    private final RuleBook book;

    RuleResource(RuleBook book) {
        this.book = book;
    }

    /** @param version of catalogue and settings, stored with each submission */
    @Schema(name = "Rules")
    record Rules(@Schema(examples = "3.12") String version, List<RuleView> rules) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listRules",
            summary = "The rules of validation",
            description = "In English or French by Accept-Language, with what administrators set.")
    @APIResponse(
            responseCode = "200",
            description = "All rules, those of the data format first",
            content = @Content(schema = @Schema(implementation = Rules.class)))
    @APIResponse(responseCode = "304", description = "They did not change since If-None-Match")
    @APIResponse(responseCode = "400", description = "asOf is not a moment")
    @APIResponse(responseCode = "404", description = "There is no such version, or its catalogue is another's")
    public Response list(
            @Parameter(description = VERSION, example = "3.12") @QueryParam("version") String version,
            @Parameter(description = AS_OF, example = "2025-06-30T12:00:00Z") @QueryParam("asOf") String asOf,
            @Parameter(description = "en or fr", example = "fr") @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    String acceptLanguage,
            @Context Request request) {
        RuleSet rules = rules(version, asOf);
        RuleLanguage language = RuleLanguage.wanted(acceptLanguage);
        return answer(
                new Rules(
                        rules.version(),
                        Stream.of(Rule.values())
                                .map(rule -> RuleView.of(rule, rules, language))
                                .toList()),
                rules,
                language,
                request);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getRule",
            summary = "One rule",
            description = "What it says of a line or a submission, how grave that is, and how to put it right.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content = @Content(schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "304", description = "It did not change since If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such rule")
    public Response get(
            @Parameter(description = "Its identifier", example = "UNKNOWN-CODE") @PathParam("id") String id,
            @Parameter(description = VERSION, example = "3.12") @QueryParam("version") String version,
            @Parameter(description = AS_OF, example = "2025-06-30T12:00:00Z") @QueryParam("asOf") String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String acceptLanguage,
            @Context Request request) {
        Rule rule = RuleSettingsResource.require(id);
        RuleSet rules = rules(version, asOf);
        RuleLanguage language = RuleLanguage.wanted(acceptLanguage);
        return answer(RuleView.of(rule, rules, language), rules, language, request);
    }

    private static Response answer(Object view, RuleSet rules, RuleLanguage language, Request request) {
        EntityTag tag = new EntityTag(rules.version() + "-" + language.locale().getLanguage());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(view).language(language.locale()) : unchanged)
                .tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private RuleSet rules(String version, String asOf) {
        if (version != null) {
            return ofVersion(version);
        }
        if (asOf == null) {
            return book.current();
        }
        try {
            return book.asOf(Instant.parse(asOf));
        } catch (DateTimeException e) {
            throw Problem.invalidParameter(
                    "asOf", asOf, "asOf is a moment in UTC.", "a moment such as 2025-06-30T12:00:00Z");
        }
    }

    private RuleSet ofVersion(String version) {
        String prefix = Rule.CATALOGUE + ".";
        String settings = version.startsWith(prefix) ? version.substring(prefix.length()) : "";
        if (!settings.matches("[0-9]{1,9}")) {
            throw Problem.notFound("This release has the catalogue " + Rule.CATALOGUE
                    + "; the rules of others are in docs/rules.md of their releases.");
        }
        RuleSet rules = book.upTo(Long.parseLong(settings));
        if (!rules.version().equals(version)) {
            throw Problem.notFound("The rules were never of the version " + version + ".");
        }
        return rules;
    }
}
