package org.undatacube.aggregation.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemMappers;

/** Whole cubes as files. */
@Path("/api/v1/bulk")
@Tag(name = "Bulk", description = "Whole cubes as files, edition by edition")
public class BulkResource {
    private static final String LATEST = "latest";
    private static final String ZIP = "zip";
    private static final List<String> FORMS = List.of("json", ZIP);

    private final Products products;
    private final BulkResponses responses;

    BulkResource(Products products, BulkResponses responses) {
        this.products = products;
        this.responses = responses;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listBulk",
            summary = "The files that are there, with their bytes and hashes, and the present editions",
            description = "Files are named by cube and edition; each hash is that of the file as it is sent.")
    @APIResponse(
            responseCode = "200",
            description = "What can be had",
            content = @Content(schema = @Schema(implementation = BulkListing.class)))
    public BulkListing list() {
        return BulkListing.of(products);
    }

    @GET
    @Path("/{cube}/{edition}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getBulk",
            summary = "The files of a cube in an edition, with rows, bytes and hashes",
            description = "They are made where they are not there.")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(name = "edition", in = ParameterIn.PATH, description = "A number, or latest", example = "1")
    @APIResponse(
            responseCode = "200",
            description = "The manifest",
            content = @Content(schema = @Schema(implementation = Manifest.class)))
    @APIResponse(responseCode = "202", description = "They are being made; Retry-After says when to ask again")
    @APIResponse(responseCode = "304", description = "It is the one that If-None-Match names")
    @APIResponse(responseCode = "307", description = "Of latest: to the address of the edition")
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube or edition",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "Too many others are to be made before, or the code lists of then cannot be read",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response manifest(
            @PathParam("cube") String cube,
            @PathParam("edition") String edition,
            @Context HttpHeaders headers,
            @Context Request request) {
        Product product = products.whole(cube(cube), edition(edition));
        if (edition.equals(LATEST)) {
            return BulkResponses.toTheEdition(product.address());
        }
        return products.get(product)
                .map(made -> responses.manifest(made, headers, request))
                .orElseGet(() -> responses.underWay(product, product.address()));
    }

    @GET
    @Path("/{cube}/{edition}/{file: .+}")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getBulkFile",
            summary = "A file of a cube in an edition, or a part of one",
            description = """
                    {cube}-{edition}.zip has all: lines by year as CSV, breakdowns, which of them answers what, code lists, \
                    README.md and datapackage.json (Frictionless Data Package 1). The lines are also there as Parquet \
                    (year=2024/part-0.parquet), and the smaller tables by themselves. manifest.json lists them. In the \
                    name of an archive, latest stands for the number where it does in the path.""")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(name = "edition", in = ParameterIn.PATH, description = "A number, or latest", example = "1")
    @Parameter(
            name = "file",
            in = ParameterIn.PATH,
            description = "As the manifest names it",
            example = "year=2024/part-0.parquet")
    @Parameter(
            name = "Range",
            in = ParameterIn.HEADER,
            description = "One part of the file",
            example = "bytes=0-1023",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "SHA-256 of the file",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.apache.parquet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT))
            })
    @APIResponse(responseCode = "202", description = "The files are being made; Retry-After says when to ask again")
    @APIResponse(responseCode = "206", description = "The part that Range names")
    @APIResponse(responseCode = "304", description = "It is the one that If-None-Match names")
    @APIResponse(responseCode = "307", description = "Of latest: to the address of the edition")
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube, edition or file",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "416",
            description = "The file has no such part",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "Too many others are to be made before, or the code lists of then cannot be read",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response file(
            @PathParam("cube") String cube,
            @PathParam("edition") String edition,
            @PathParam("file") String file,
            @Context HttpHeaders headers,
            @Context Request request) {
        Product product = products.whole(cube(cube), edition(edition));
        if (edition.equals(LATEST)) {
            String named = file.equals(cube + "-" + LATEST + ".zip") ? product.name() + ".zip" : file;
            return BulkResponses.toTheEdition(product.address(named));
        }
        return products.get(product)
                .map(made -> file.equals(Manifest.FILE)
                        ? responses.manifest(made, headers, request)
                        : responses.file(made, require(made, file), headers, request))
                .orElseGet(() -> responses.underWay(product, product.address(file)));
    }

    @GET
    @Path("/{cube}/delta")
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getBulkDelta",
            summary = "The breakdowns that were added and removed between two editions, with their lines",
            description = """
                    Lines never change and breakdowns are the unit: who has the earlier edition takes away the lines of the \
                    breakdowns removed and puts in those of the breakdowns added. As JSON the breakdowns; with format=zip \
                    their lines too, as CSV, with the tables of the later edition.""")
    @Parameter(name = "cube", in = ParameterIn.PATH, description = "revenue or expense", example = "expense")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The earlier edition",
            example = "1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The later edition; the present one unless given",
            example = "2",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Whether all of it is wanted",
            example = "zip",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "zip"},
                            defaultValue = "json"))
    @APIResponse(
            responseCode = "200",
            description = "The breakdowns, or the archive",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Manifest.class)),
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "202", description = "The files are being made; Retry-After says when to ask again")
    @APIResponse(responseCode = "206", description = "The part that Range names")
    @APIResponse(responseCode = "304", description = "It is the one that If-None-Match names")
    @APIResponse(
            responseCode = "400",
            description = "There is no such edition, or the later one is not later",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cube",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "416",
            description = "The file has no such part",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    @APIResponse(
            responseCode = "503",
            description = "Too many others are to be made before, or the code lists of then cannot be read",
            content = @Content(mediaType = ProblemMappers.PROBLEM_JSON))
    public Response delta(
            @PathParam("cube") String cube,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("format") String format,
            @Context HttpHeaders headers,
            @Context Request request) {
        Flow flow = cube(cube);
        if (format != null && !FORMS.contains(format)) {
            throw Problem.invalidParameter("format", format, "format is json or zip.", FORMS);
        }
        Edition earlier = number("from", from);
        Edition later = to == null ? products.current() : number("to", to);
        if (later.number() <= earlier.number()) {
            throw Problem.invalidParameter(
                    "to",
                    to,
                    "to is edition " + later.number() + ", which is not after edition " + earlier.number() + ".",
                    "an edition after " + earlier.number());
        }
        Product product = products.changes(flow, earlier, later);
        boolean isArchive = ZIP.equals(format);
        return products.get(product)
                .map(made -> isArchive
                        ? responses.file(made, made.manifest().files().get(0), headers, request)
                        : responses.manifest(made, headers, request))
                .orElseGet(() ->
                        responses.underWay(product, isArchive ? product.address(product.name()) : product.address()));
    }

    private static Manifest.File require(MadeProduct made, String file) {
        List<String> names =
                made.manifest().files().stream().map(Manifest.File::name).toList();
        return made.file(file)
                .orElseThrow(() -> Problem.notFound("There is no file " + file + " of "
                                + made.manifest().cube().code() + " in edition "
                                + made.manifest().edition() + ".")
                        .with("value", file)
                        .with("expected", names));
    }

    private static Flow cube(String name) {
        List<String> cubes = Stream.of(Flow.values()).map(Flow::code).toList();
        return Flow.find(name)
                .orElseThrow(() -> Problem.notFound(
                                "There is no cube " + name + "; there are " + String.join(", ", cubes) + ".")
                        .with("value", name)
                        .with("expected", cubes));
    }

    private Edition edition(String text) {
        Optional<Edition> edition = text.equals(LATEST)
                ? products.edition(products.current().number())
                : parsed(text).flatMap(products::edition);
        return edition.orElseThrow(() -> Problem.notFound("There is no edition " + text + "; the last one is "
                        + products.current().number() + ".")
                .with("value", text));
    }

    private Edition number(String parameter, String text) {
        String expected =
                "the number of an edition, from 1 to " + products.current().number();
        return Optional.ofNullable(text)
                .flatMap(BulkResource::parsed)
                .flatMap(products::edition)
                .orElseThrow(() ->
                        Problem.invalidParameter(parameter, text, parameter + " must be " + expected + ".", expected));
    }

    private static Optional<Long> parsed(String text) {
        return text.matches("[0-9]{1,10}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
