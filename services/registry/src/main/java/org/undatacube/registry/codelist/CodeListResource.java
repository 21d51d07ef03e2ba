package org.undatacube.registry.codelist;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;
import org.undatacube.http.NextPage;
import org.undatacube.http.Problem;

/** Code lists over HTTP. */
@Path("/api/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists", description = "The vocabulary of the seven UN data standards")
public class CodeListResource {
    private static final String CSV = "text/csv";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String TO_BE_CHECKED = "no-cache";

    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    /** Which version of a list is asked for, and in which language. */
    public record Version(
            @QueryParam("version") @Parameter(description = "The list as of one of its versions", example = "1.0.0")
            String version,

            @QueryParam("asOf")
            @Parameter(description = "The list as it was at a moment (ISO 8601)", example = "2026-12-31T00:00:00Z")
            String asOf) {}

    /** Which codes are asked for. */
    public record Filters(
            @QueryParam("validIn")
            @Parameter(description = "Only codes that may be reported in this year", example = "2024")
            String validIn,

            @QueryParam("parent") @Parameter(description = "Only codes directly below this code", example = "5")
            String parent,

            @QueryParam("below") @Parameter(description = "Only codes at any depth below this code", example = "2")
            String below,

            @QueryParam("level") @Parameter(description = "Only codes on this level", example = "target")
            String level,

            @QueryParam("q")
            @Parameter(
                    description = "Only codes with this text in code, label or alias, in any language, upper or"
                            + " lower case, with accents or without",
                    example = "violence")
            String text) {}

    /** How the codes are wanted. */
    public record Form(
            @QueryParam("view") @Parameter(description = "flat (unless given) or tree", example = "tree")
            String view,

            @QueryParam("format") @Parameter(description = "json or csv; counts more than Accept", example = "csv")
            String format,

            @QueryParam("lang")
            @Parameter(
                    description =
                            "Names in this language only, or in all of them (*); counts more than" + " Accept-Language",
                    example = "fr")
            String lang,

            @QueryParam("limit") @Parameter(description = "How many codes a page has, at most 10000", example = "100")
            String limit,

            @QueryParam("cursor")
            @Parameter(description = "Where a page begins, as the Link header of the one before says it")
            String cursor) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "listCodeLists",
            summary = "All code lists",
            description = "Each with its version, its levels and the number of its codes.")
    public List<CodeListSummary> list() {
        return lists.summaries();
    }

    @GET
    @Path("/{list}")
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @PermitAll
    @Operation(
            operationId = "getCodeList",
            summary = "A code list",
            description = "All its codes in the list's order, or those that pass every filter given. With limit in"
                    + " pages: Link leads to the next, which is of the same version even where the list has changed"
                    + " meanwhile. A tree keeps what is above the codes that pass; passes tells the two apart. With"
                    + " Accept-Language or lang each name is given in that language alone, or in English where there"
                    + " is none. CSV has the names in all languages, in the form in which the list can be imported"
                    + " again; nothing is put before what a spreadsheet would run as a formula. The ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The list",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CodeListAnswer.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    @APIResponse(
            responseCode = "400",
            description = "Problem invalid-parameter: names the parameter and what would be right")
    @APIResponse(responseCode = "404", description = "Problem not-found: names the lists there are")
    public Response get(
            @PathParam("list") @Parameter(description = "The list's identifier", example = "sdgs") String list,
            @BeanParam Version version,
            @BeanParam Filters filters,
            @BeanParam Form form,
            @Context Request request,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Format format = format(form.format(), headers);
        Wording wording = wording(form.lang(), headers);
        Cursor cursor = form.cursor() == null ? null : Cursor.of(form.cursor());
        Snapshot snapshot = cursor == null
                ? lists.read(list, version.version(), version.asOf())
                : lists.read(list, cursor.version(), null);
        CodeFilter filter = CodeFilter.of(
                snapshot.codes(),
                filters.validIn(),
                filters.parent(),
                filters.below(),
                filters.level(),
                filters.text());
        if (cursor != null) {
            cursor.requireFor(snapshot, filter, version.version());
        }
        ListQuestion question =
                new ListQuestion(filter, View.of(form.view()), format, wording, Page.of(form.limit(), cursor));
        EntityTag tag = new EntityTag(snapshot.tag(question));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? answer(snapshot, question, uri) : unchanged;
        boolean forEver = version.version() != null || cursor != null;
        return said(answer, tag, forEver, format == Format.CSV ? new Wording(null) : wording)
                .build();
    }

    private static Response.ResponseBuilder answer(Snapshot list, ListQuestion question, UriInfo uri) {
        List<Code> passing = question.passing(list);
        Response.ResponseBuilder answer = switch (question.format()) {
            case JSON -> Response.ok(question.json(list, passing), MediaType.APPLICATION_JSON_TYPE);
            case CSV ->
                Response.ok(question.csv(passing), CSV + ";charset=utf-8;header=present")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"%s-%s.csv\""
                                        .formatted(list.view().id(), list.view().version()));
        };
        return NextPage.link(answer, question.next(list, passing), uri);
    }

    /** What every answer says that depends on the language and can be asked for again with If-None-Match. */
    static Response.ResponseBuilder said(
            Response.ResponseBuilder answer, EntityTag tag, boolean forEver, Wording wording) {
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, forEver ? FOR_EVER : TO_BE_CHECKED)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE)
                .language(wording.language() == null ? null : wording.language().locale());
    }

    static Wording wording(String lang, HttpHeaders headers) {
        return Wording.of(Language.wanted(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** What {@code format=} says, else what Accept likes most; the framework has refused all others. */
    private static Format format(String asked, HttpHeaders headers) {
        if (asked != null) {
            return Format.find(asked)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "format", asked, "There is no format " + asked + ".", Format.codes()));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(liked -> Stream.of(Format.values())
                        .filter(format -> liked.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(Format.JSON);
    }
}
