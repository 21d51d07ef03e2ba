package org.undatacube.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what no resource could make sense of, wherever it is sent: media types that are none (RFC 9110, 8.3.1), a
 * query that is not percent-encoded (RFC 3986, 2.1), and the character NUL, which no text in a database has; and paths
 * with matrix parameters, which the framework decodes twice.
 */
class UnreadableRequestFilter {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    /** Some old clients end their list with a lone asterisk. */
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\s*(\\*|" + TOKEN + "/" + TOKEN + ")\\s*(;.*)?");

    private static final String NUL = "\0";
    private static final String ENCODED_NUL = "%00";

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request, HttpServerRequest sent) {
        requireReadablePath(sent.path());
        MultivaluedMap<String, String> headers = request.getHeaders();
        if (headers.getOrDefault(HttpHeaders.ACCEPT, List.of()).stream().allMatch(String::isBlank)) {
            // nothing is wanted in particular
            headers.putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        for (String accepted : headers.get(HttpHeaders.ACCEPT)) {
            for (String range : accepted.split(",", -1)) {
                // a list may have empty members (RFC 9110, 5.6.1)
                if (!range.isBlank()) {
                    requireMediaType(HttpHeaders.ACCEPT, range);
                }
            }
        }
        for (String type : headers.getOrDefault(HttpHeaders.CONTENT_TYPE, List.of())) {
            requireMediaType(HttpHeaders.CONTENT_TYPE, type);
        }
        queryParameters(request).forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.contains(NUL))) {
                throw Problem.invalidParameter(
                        name, values, "The parameter " + name + " has the character NUL in it.", "text without NUL");
            }
        });
    }

    private static void requireReadablePath(String path) {
        if (path.contains(ENCODED_NUL)) {
            throw Problem.notFound("There is no address with the character NUL in it.");
        }
        if (path.contains(";")) {
            throw Problem.notFound("No address has matrix parameters; a semicolon that belongs to it is written %3B.");
        }
    }

    private static MultivaluedMap<String, String> queryParameters(ContainerRequestContext request) {
        try {
            return request.getUriInfo().getQueryParameters();
        } catch (HttpException undecodable) {
            throw new Problem(
                    CommonProblem.BAD_REQUEST, "The query of the address is not percent-encoded text.", undecodable);
        }
    }

    private static void requireMediaType(String header, String text) {
        if (!MEDIA_TYPE.matcher(text).matches()) {
            throw new Problem(
                            CommonProblem.BAD_REQUEST,
                            "The header " + header + " names \"" + text.strip() + "\", which is no media type.")
                    .with("header", header);
        }
    }
}
