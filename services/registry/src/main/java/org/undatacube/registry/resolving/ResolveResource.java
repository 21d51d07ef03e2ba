package org.undatacube.registry.resolving;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Language;
import org.undatacube.registry.codelist.CodeListResource;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.Snapshot;
import org.undatacube.registry.codelist.Wording;

/** Raw values resolved to codes over HTTP. */
@Path("/api/v1/code-lists/{list}/resolve")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
public class ResolveResource {
    private final CodeLists lists;
    private final SpellingIndexes indexes;

    ResolveResource(CodeLists lists, SpellingIndexes indexes) {
        this.lists = lists;
        this.indexes = indexes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "resolveValues",
            summary = "The codes that raw values mean",
            description = "Up to 10000 values in one call: codes in any case, other spellings, names in the six"
                    + " languages, with accents or without, small misspellings. The answers are in the order of the"
                    + " values; each says how the code was found (match) and how surely (confidence: 1.00 as written"
                    + " in the list; 0.95 but for case, accents, blanks or punctuation; less for a misspelling, 0.95"
                    + " times the share of right letters). Where two codes could be meant none is given.")
    @RequestBody(
            description = "The values, and the year to which they belong",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ResolveRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "What each value means",
            content = @Content(schema = @Schema(implementation = ResolveAnswer.class)))
    @APIResponse(responseCode = "400", description = "Problem malformed-body or invalid-parameter")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    @APIResponse(responseCode = "422", description = "Problem invalid-resolve-request: names the place and the limit")
    public Response resolve(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "locations") String list,
            @BeanParam CodeListResource.Version version,
            @QueryParam("level")
                    @Parameter(
                            description = "Only codes on this level, where it is known to what the values belong",
                            example = "country")
                    String level,
            @QueryParam("lang")
                    @Parameter(
                            description = "The language of the labels; counts more than Accept-Language",
                            example = "fr")
                    String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Parameter(hidden = true) String acceptLanguage,
            InputStream body)
            throws IOException {
        Language language = Language.wanted(lang, acceptLanguage).orElse(Language.ENGLISH);
        Snapshot snapshot = lists.read(list, version.version(), version.asOf());
        List<Question> questions = ResolveRequest.read(body).questions();
        CodeLists.requireLevel(snapshot.codes(), level);
        Resolver resolver = new Resolver(indexes.of(snapshot), level, new Wording(language));
        return Response.ok(new ResolveAnswer(list, snapshot.view().version(), resolver.resolve(questions)))
                .language(language.locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
