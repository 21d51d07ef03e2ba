package org.undatacube.contributions.export;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.contributions.export.LinePage.Asked;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Caller;
import org.undatacube.http.NextPage;
import org.undatacube.http.Problem;

@Path("/api/v1/submissions/{id}")
@Tag(name = "Submissions")
@APIResponse(responseCode = "304", description = "What If-None-Match names is still what there is")
@APIResponse(responseCode = "400", description = "There is no such format")
@APIResponse(responseCode = "404", description = "There is none, or it is not published and not the caller's")
@APIResponse(responseCode = "406", description = "No format is acceptable")
public class ExportResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<Format> OF_LINES = List.of(Format.JSON, Format.NDJSON, Format.CSV);
    private static final List<Format> OF_FILES =
            List.of(Format.CSV, Format.NDJSON, Format.JSON, Format.XLSX, Format.IATI);
    private static final String CSV_EXAMPLE = """
            breakdown,line,entity,function,location,instrument,sdg,contributor,gem,amount,currency,amountUsd,unitsPerUsd,\
            rateYear,ratesVersion,basis,lineId,note
            65,1,UNDP,E01,ML,,,,,12.50,CHF,14.285714286,0.875,2024,3.0.0,EXP,a-17,
            65,2,UNDP,E01,NA,,,,,4100.10,USD,4100.10,,,,,a-18,'=not a formula
            """;

    private final Caller caller;
    private final LineStore store;
    private final LinesCsv csv;
    private final LinesJson json;
    private final SubmissionWorkbook workbook;
    private final IatiActivities iati;

    ExportResource(
            Caller caller,
            LineStore store,
            LinesCsv csv,
            LinesJson json,
            SubmissionWorkbook workbook,
            IatiActivities iati) {
        this.caller = caller;
        this.store = store;
        this.csv = csv;
        this.json = json;
        this.workbook = workbook;
        this.iati = iati;
    }

    @GET
    @Path("/lines")
    @Produces({MediaType.APPLICATION_JSON, NDJSON, CSV})
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getSubmissionLines",
            summary = "All lines or a page of them, digit for digit as submitted",
            description = "By breakdown and number; all are streamed, unless limit or cursor is given. Pages of the"
                    + " same state of the submission have the same ETag. A line in another currency than the dollar has beside its"
                    + " amountUsd the rate with which it was converted (unitsPerUsd), the rate's year, and the version"
                    + " of the exchange rates. In CSV, text that a spreadsheet would take for a formula has an"
                    + " apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "The lines; in JSON after what the submission says about itself. The Link header leads to the"
                    + " next page",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = NDJSON),
                @Content(mediaType = CSV, examples = @ExampleObject(name = "expense", value = CSV_EXAMPLE))
            })
    @APIResponse(responseCode = "400", description = "There is no such format, or this is not a cursor or limit")
    public Response lines(
            @PathParam("id") String id,
            @Parameter(description = "json, ndjson or csv; goes before Accept", example = "csv") @QueryParam("format")
                    String format,
            @Parameter(description = "The next of the page before", example = "65-1000") @QueryParam("cursor")
                    String cursor,
            @Parameter(description = "Lines a page, 1 to 1,000", example = "1000") @QueryParam("limit") String limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context Request conditions) {
        Exported all = Exported.of(Submission.visible(id, caller));
        Exported exported = Asked.of(cursor, limit)
                .map(asked -> all.only(LinePage.read(store, all.breakdowns(), asked)))
                .orElse(all);
        Response.ResponseBuilder answer = answer(exported, choose(OF_LINES, format, headers), conditions);
        return NextPage.link(answer, exported.page().flatMap(LinePage::next), uri)
                .build();
    }

    @GET
    @Path("/export")
    @Produces({CSV, NDJSON, MediaType.APPLICATION_JSON, XLSX, MediaType.APPLICATION_XML})
    @PermitAll
    @Transactional
    @Operation(
            operationId = "exportSubmission",
            summary = "A submission as a file",
            description = "The lines as CSV, NDJSON or JSON; all of it as XLSX; or an activity of IATI 2.03 with a"
                    + " transaction for each goal or target and place, or for each contributor. See docs/exports.md.")
    @APIResponse(
            responseCode = "200",
            description = "The file; Content-Disposition has a name for it",
            content = {
                @Content(mediaType = CSV, examples = @ExampleObject(name = "expense", value = CSV_EXAMPLE)),
                @Content(mediaType = NDJSON),
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = XLSX),
                @Content(mediaType = MediaType.APPLICATION_XML)
            })
    @APIResponse(responseCode = "409", description = "IATI has no identifier for the entity, or there are no lines yet")
    @APIResponse(responseCode = "503", description = "For IATI: the registry's code lists cannot be had at present")
    public Response export(
            @PathParam("id") String id,
            @Parameter(description = "csv, ndjson, json, xlsx or iati; goes before Accept", example = "xlsx")
                    @QueryParam("format")
                    String format,
            @Context HttpHeaders headers,
            @Context Request conditions) {
        Exported exported = Exported.of(Submission.visible(id, caller));
        Format chosen = choose(OF_FILES, format, headers);
        return answer(exported, chosen, conditions)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + exported.fileName(chosen) + "\"")
                .build();
    }

    private Response.ResponseBuilder answer(Exported exported, Format format, Request conditions) {
        Prepared prepared = prepare(exported, format);
        EntityTag tag = new EntityTag(prepared.fingerprint(), !format.isReproducible());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged == null ? Response.ok(prepared.body(), format.mediaType() + charset(format)) : unchanged;
        return response.tag(tag)
                .cacheControl(caching(exported.submission().status().isPublic()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** @param fingerprint says which bytes the body has */
    private record Prepared(String fingerprint, StreamingOutput body) {}

    private Prepared prepare(Exported exported, Format format) {
        String fingerprint = exported.fingerprint(format);
        return switch (format) {
            case JSON -> new Prepared(fingerprint, out -> json.writeDocument(exported, out));
            case NDJSON -> new Prepared(fingerprint, out -> json.writeLines(exported, out));
            case CSV -> new Prepared(fingerprint, out -> csv.write(exported, out));
            case XLSX -> new Prepared(fingerprint, out -> workbook.write(exported, out));
            case IATI -> {
                IatiReport.Lists lists = iati.lists();
                IatiReport report = IatiReport.of(exported.submission(), lists);
                yield new Prepared(fingerprint + "-" + lists.version(), out -> iati.write(report, out));
            }
        };
    }

    private static String charset(Format format) {
        return format == Format.CSV ? ";charset=utf-8;header=present" : "";
    }

    /** What {@code format=} says, else the first form that Accept names; the framework has refused all others. */
    private static Format choose(List<Format> offered, String asked, HttpHeaders headers) {
        if (asked != null) {
            return Format.find(asked)
                    .filter(offered::contains)
                    .orElseThrow(() -> Problem.invalidParameter(
                            "format",
                            asked,
                            "There is no such format.",
                            offered.stream().map(Format::code).toList()));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted ->
                        offered.stream().filter(format -> accepted.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(offered.get(0));
    }

    /** To be asked for again every time: it can be superseded, and lists change. */
    private static CacheControl caching(boolean isPublic) {
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        caching.setNoCache(true);
        caching.setPrivate(!isPublic);
        return caching;
    }
}
