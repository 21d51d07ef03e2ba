package org.undatacube.aggregation.citation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.Terms;
import org.undatacube.aggregation.export.Format;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.EntityTags;
import org.undatacube.http.Problem;

/** Citations and what they cite as HTTP sends them. */
@Singleton
class CitationResponses {
    static final String FORMAT = "format";
    /** How the bytes were come by. */
    static final String ORIGIN = "Datacube-Citation";

    private static final int SECONDS = 3_600;

    private final CitedAnswers answers;
    private final CitationConfig config;
    private final Terms terms;
    private final ObjectMapper json;

    CitationResponses(CitedAnswers answers, CitationConfig config, Terms terms, ObjectMapper json) {
        this.answers = answers;
        this.config = config;
        this.terms = terms;
        this.json = json;
    }

    Response made(CitationStore.Kept kept, HttpServerRequest request) {
        Citation citation = kept.citation();
        Response.ResponseBuilder response = kept.isNew()
                ? Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, citation.path())
                : Response.ok().header(HttpHeaders.CONTENT_LOCATION, citation.path());
        return response.type(MediaType.APPLICATION_JSON)
                .entity(view(citation, request))
                .build();
    }

    Response citation(Citation citation, CitationForm form, HttpServerRequest request) {
        Object body = switch (form) {
            case JSON -> view(citation, request);
            case APA -> reference(citation, request).apa() + "\n";
            case BIBTEX -> reference(citation, request).bibtex();
            case RIS -> reference(citation, request).ris();
        };
        return Response.ok(body, form.contentType())
                .cacheControl(caching())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    Response manifest(Citation citation) {
        JsonNode question = question(citation);
        try {
            Sources sources = json.readValue(citation.content().sources(), Sources.class);
            return Response.ok(ManifestView.of(
                            citation, question, Title.of(citation.subject().cube(), question), sources, terms))
                    .cacheControl(caching())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response data(Citation citation, String format, HttpServerRequest request, HttpHeaders headers) {
        Format form =
                chosen(format, headers, Format.codes(), Format::find, List.of(Format.values()), Format::mediaType);
        EntityTags known = EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        String cited = citation.content().hash();
        if (form == Format.JSON && known.include(cited)) {
            return said(Response.notModified(), cited);
        }
        CitedAnswers.Given given = answers.give(citation, form, request);
        String tag = form == Format.JSON ? cited : Hashes.hex(given.bytes());
        return known.include(tag)
                ? said(Response.notModified(), tag)
                : said(Response.ok(given.bytes(), form.contentType()).header(ORIGIN, origin(given)), tag);
    }

    private static String origin(CitedAnswers.Given given) {
        return given.insteadOf()
                .map(problem -> "kept;reason=\"" + problem.type().slug() + "\"")
                .orElse("figured");
    }

    private static Response said(Response.ResponseBuilder response, String tag) {
        return response.tag(tag)
                .cacheControl(caching())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The form that {@code format=} says, else the first that Accept names. */
    CitationForm form(String format, HttpHeaders headers) {
        return chosen(
                format,
                headers,
                CitationForm.codes(),
                CitationForm::find,
                List.of(CitationForm.values()),
                CitationForm::mediaType);
    }

    private static <T> T chosen(
            String format,
            HttpHeaders headers,
            List<String> codes,
            Function<String, Optional<T>> find,
            List<T> all,
            Function<T, String> mediaType) {
        if (format != null && !format.isBlank()) {
            return find.apply(format.strip()).orElseThrow(() -> unknown(format, codes));
        }
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted ->
                        all.stream().filter(form -> accepted.isCompatible(MediaType.valueOf(mediaType.apply(form)))))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_ACCEPTABLE,
                        "Accept names none of the forms in which this can be had: "
                                + all.stream().map(mediaType).collect(Collectors.joining(", ")) + "."));
    }

    private static Problem unknown(String format, List<String> codes) {
        List<String> nearest = NearestSpellings.find(codes, format, 1);
        return Problem.invalidParameter(
                        FORMAT, format, "format is one of " + String.join(", ", codes) + ", not " + format + ".", codes)
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }

    private CitationView view(Citation citation, HttpServerRequest request) {
        return CitationView.of(citation, question(citation), reference(citation, request));
    }

    private Reference reference(Citation citation, HttpServerRequest request) {
        String title = Title.of(citation.subject().cube(), question(citation));
        return Reference.of(citation, title, config.publisher(), host(request) + citation.path());
    }

    /** Where the client met the gateway or, without one, this service. */
    private String host(HttpServerRequest request) {
        return config.address()
                .map(URI::toString)
                .map(address -> address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                .orElseGet(() -> {
                    String scheme = Stream.of(request.getHeader("X-Forwarded-Proto"), request.scheme())
                            .filter(given -> given != null && given.matches("https?"))
                            .findFirst()
                            .orElse("http");
                    return Stream.of(request.getHeader("X-Forwarded-Host"), request.getHeader(HttpHeaders.HOST))
                            .filter(given -> given != null && given.matches("[A-Za-z0-9.:\\[\\]-]{1,255}"))
                            .findFirst()
                            .map(host -> scheme + "://" + host)
                            .orElse("");
                });
    }

    private JsonNode question(Citation citation) {
        try {
            return json.readTree(citation.subject().question());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CacheControl caching() {
        CacheControl caching = new CacheControl();
        caching.setNoTransform(false);
        caching.setMaxAge(SECONDS);
        return caching;
    }
}
