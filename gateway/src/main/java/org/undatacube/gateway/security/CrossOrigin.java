package org.undatacube.gateway.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import io.vertx.ext.web.impl.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.undatacube.gateway.problem.ProblemAnswers;
import org.undatacube.gateway.routing.SafeMethods;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Lets pages of any origin read what is public, without credentials, and pages of the configured origins do all that
 * their key allows. Other requests are answered as ever, but without leave for the page to see the answer.
 */
@ApplicationScoped
class CrossOrigin {
    private static final int BEFORE_THE_BODY_LIMIT = 20_000;
    private static final String ANY = "*";
    /** Where a POST reads, too: a question of published figures in its body. */
    private static final Pattern QUESTIONS = Pattern.compile("/api/v1/cubes/[^/]+/aggregate");

    private static final Set<HttpMethod> ASKING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, SafeMethods.QUERY, HttpMethod.POST);
    private static final Set<HttpMethod> WRITING = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            SafeMethods.QUERY,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);
    private static final Set<String> READING_HEADERS =
            Set.of("Accept", "Accept-Language", "Content-Type", "If-None-Match", "If-Modified-Since");
    private static final Set<String> WRITING_HEADERS = Set.of(
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "Prefer",
            "Upload-Complete",
            "Upload-Length",
            "Upload-Offset");
    private static final Set<String> ANSWER_HEADERS = Set.of(
            "Accept-Query",
            "Age",
            "Cache-Status",
            "Content-Disposition",
            "Datacube-Coverage",
            "Datacube-Edition",
            "ETag",
            "Idempotent-Replayed",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Upload-Complete",
            "Upload-Length",
            "Upload-Limit",
            "Upload-Offset",
            "WWW-Authenticate",
            "X-Request-Id");

    private final List<String> readers;
    private final List<String> writers;
    private final CorsHandler reading;
    private final CorsHandler asking;
    private final CorsHandler writing;
    private final ProblemAnswers answers;

    CrossOrigin(CrossOriginConfig config, ProblemAnswers answers) {
        this.answers = answers;
        this.readers = config.readers();
        this.writers = config.writers().orElse(List.of());
        int maxAge = (int) config.maxAge().toSeconds();
        this.reading = forReaders(SafeMethods.ALL, maxAge);
        this.asking = forReaders(ASKING, maxAge);
        this.writing = CorsHandler.create()
                .addOrigins(writers)
                .allowedMethods(WRITING)
                .allowedHeaders(WRITING_HEADERS)
                .exposedHeaders(ANSWER_HEADERS)
                .maxAgeSeconds(maxAge);
    }

    private CorsHandler forReaders(Set<HttpMethod> methods, int maxAge) {
        return CorsHandler.create()
                .addOrigins(readers)
                .allowedMethods(methods)
                .allowedHeaders(READING_HEADERS)
                .exposedHeaders(ANSWER_HEADERS)
                .maxAgeSeconds(maxAge);
    }

    void register(@Observes Filters filters) {
        filters.register(this::permit, BEFORE_THE_BODY_LIMIT);
    }

    private void permit(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (!writers.isEmpty()) {
            // they are told by name that they may see the answer, all others are told otherwise or nothing
            context.response().headers().add(HttpHeaders.VARY, "Origin");
        }
        if (origin != null && writers.contains(origin)) {
            writing.handle(context);
        } else if (origin != null && readers.contains(ANY) && !Origin.isValid(origin)) {
            answers.send(
                    context,
                    new Problem(
                            CommonProblem.BAD_REQUEST,
                            "The header Origin is none: it is a scheme and a host, as in https://dashboard.example."));
        } else if (origin != null && (readers.contains(ANY) || readers.contains(origin))) {
            read(context);
        } else {
            context.next();
        }
    }

    private void read(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (QUESTIONS.matcher(context.normalizedPath()).matches() && ASKING.contains(method)) {
            asking.handle(context);
        } else if (SafeMethods.ALL.contains(method)) {
            reading.handle(context);
        } else {
            context.next();
        }
    }
}
