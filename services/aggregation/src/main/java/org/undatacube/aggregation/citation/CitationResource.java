package org.undatacube.aggregation.citation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.export.MediaTypes;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemMappers;

/** Makes citations and gives what they cite. */
@Path("/api/v1/citations")
@Tag(name = "Citations", description = "Answers that stay as they are, each at a short address of its own")
public class CitationResource {
    /** As of a question: room for some of a thousand codes in each of their cuts. */
    private static final int MOST_BYTES = 1 << 20;

    private final Citations citations;
    private final CitationResponses responses;

    CitationResource(Citations citations, CitationResponses responses) {
        this.citations = citations;
        this.responses = responses;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cite",
            summary = "A citation of a question in the edition that it is asked of",
            description = """
                    The body is a question as POST /cubes/{cube}/aggregate takes it, and `cube`; or the address of a \
                    question as `href`. A question that names no edition is pinned to the present one, and is asked by \
                    the code lists and groups of the day when that was published. Equal questions of one edition have \
                    one citation. Nobody needs a key.""")
    @RequestBody(
            required = true,
            description = "At most 1 MiB",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "a question", value = CitationExamples.QUESTION),
                                @ExampleObject(name = "an address", value = CitationExamples.ADDRESS)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The citation, which was there before",
            content = @Content(schema = @Schema(implementation = CitationView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The citation, which was made",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Its address",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CitationView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The body is no JSON object, or something of the question is wrong. The problem names it.",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "409",
            description = "Nothing is published yet, or the lists of the edition's day do not have what is asked for",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "413",
            description = "The body is over 1 MiB",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "415",
            description = "The body is not application/json",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The database of citations is away, or the question cannot be answered at present",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response cite(@Context HttpServerRequest request, InputStream body) throws IOException {
        CitationRequest asked = CitationRequest.read(bytes(body));
        return responses.made(citations.cite(asked, request), request);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getCitation",
            summary = "A citation, or its text for a list of references",
            description = "As JSON all of it; as APA, BibTeX or RIS by format or Accept.")
    @Parameter(
            name = "id",
            in = ParameterIn.PATH,
            description = "In upper or lower case",
            example = CitationExamples.ID)
    @Parameter(
            name = CitationResponses.FORMAT,
            in = ParameterIn.QUERY,
            description = "The form, whatever Accept says",
            example = "bibtex",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "apa", "bibtex", "ris"}))
    @APIResponse(
            responseCode = "200",
            description = "The citation",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CitationView.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/x-bibtex",
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "BibTeX", value = CitationExamples.BIBTEX)),
                @Content(mediaType = "application/x-research-info-systems", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "There is no such format",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such citation",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "406",
            description = "Accept names none of the forms",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The database of citations is away",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response get(
            @PathParam("id") String id,
            @QueryParam(CitationResponses.FORMAT) String format,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        CitationForm form = responses.form(format, headers);
        return responses.citation(citations.require(id), form, request);
    }

    @GET
    @Path("/{id}/data")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getCitedData", summary = "The answer that is cited, byte for byte", description = """
                    As JSON, whose hash is the citation's; in any other form of an answer by format or Accept, once the \
                    JSON was found to be the same. Other bytes than those cited are never given: a problem says why, \
                    or the JSON is what the citation kept, and Datacube-Citation says so.""")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "Of the citation", example = CitationExamples.ID)
    @Parameter(
            name = CitationResponses.FORMAT,
            in = ParameterIn.QUERY,
            description = "The form of the answer, as for a question, whatever Accept says",
            example = "json",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of an answer that you have: 304 where it is the same",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The answer",
            headers = {
                @Header(
                        name = CitationResponses.ORIGIN,
                        description = "figured; or kept, with the reason why it could not be figured",
                        schema = @Schema(type = SchemaType.STRING, examples = "kept;reason=\"cited-edition-gone\"")),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "As JSON: the hash that is cited",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = MediaTypes.JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaTypes.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaTypes.COLUMNAR, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaTypes.JSON_STAT, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = MediaTypes.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaTypes.ARROW, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "The answer that If-None-Match names is the one")
    @APIResponse(
            responseCode = "400",
            description = "There is no such format",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such citation",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "406",
            description = "Accept names none of the forms",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "409",
            description = "The answer is another than the one that was cited; the problem has both hashes",
            content =
                    @Content(
                            mediaType = ProblemMappers.PROBLEM_JSON,
                            examples = @ExampleObject(name = "other bytes", value = CitationExamples.CHANGED)))
    @APIResponse(
            responseCode = "410",
            description = "The edition is not there any more; the problem has both editions",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The database of citations is away, or the question cannot be answered at present",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response data(
            @PathParam("id") String id,
            @QueryParam(CitationResponses.FORMAT) String format,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers) {
        return responses.data(citations.require(id), format, request, headers);
    }

    @GET
    @Path("/{id}/manifest")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getCitationManifest",
            summary = "What is cited and what it is drawn from, for machines",
            description = "The submissions with the breakdown of each that answers, the versions of the code lists, the"
                    + " hash of the answer, the service's version and the terms.")
    @Parameter(name = "id", in = ParameterIn.PATH, description = "Of the citation", example = CitationExamples.ID)
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(schema = @Schema(implementation = ManifestView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such citation",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "The database of citations is away",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response manifest(@PathParam("id") String id) {
        return responses.manifest(citations.require(id));
    }

    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Problem(
                            CommonProblem.BODY_TOO_LARGE,
                            "A question has at most " + MOST_BYTES + " bytes; this one has more.")
                    .with("limit", MOST_BYTES);
        }
        return bytes;
    }
}
