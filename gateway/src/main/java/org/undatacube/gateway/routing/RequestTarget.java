package org.undatacube.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpUtils;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a request asks for. The normalised path is what is looked up in the table and also what is sent on, so that a
 * service never sees another path than the one that was allowed.
 *
 * @param path normalised: no dot segments, no needless percent-encoding, no doubled slashes
 * What an address must have percent-encoded and browsers and curl do not, such as brackets and bars, is encoded: the
 * services' servers would refuse it with an empty answer.
 *
 * @param query with its question mark; empty where there is none
 */
record RequestTarget(String path, String query) {
    /** What a lenient server might take for a step upwards, or for the end of the path, once it has decoded it. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("(^|[/\\\\])\\.{1,2}(;[^/\\\\]*)?([/\\\\]|$)|[\\\\\\p{Cntrl}]");

    /** Visible characters that no part of an address may have as they are (RFC 3986), but for the backslash, which is refused. */
    private static final Pattern MUST_BE_ENCODED = Pattern.compile("[\"<>\\[\\]^`{|}]");

    static RequestTarget of(HttpServerRequest request) {
        String query = request.query();
        return new RequestTarget(normalised(request.path()), query == null ? "" : "?" + encoded(query));
    }

    /** Whether a part of the path, decoded, could be read as another path. */
    boolean isAmbiguous() {
        String decoded = decoded(path);
        return AMBIGUOUS.matcher(decoded).find()
                || AMBIGUOUS.matcher(decoded(decoded)).find();
    }

    String uri() {
        return path + query;
    }

    private static String normalised(String path) {
        return path == null || path.isEmpty() ? "/" : encoded(HttpUtils.normalizePath(path));
    }

    private static String encoded(String text) {
        return MUST_BE_ENCODED
                .matcher(text)
                .replaceAll(character -> "%"
                        + HexFormat.of().withUpperCase().toHexDigits((byte)
                                character.group().charAt(0)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
