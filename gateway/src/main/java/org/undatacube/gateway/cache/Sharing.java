package org.undatacube.gateway.cache;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/** Which requests may be answered from what is kept, and which answers may be kept (RFC 9111, 3 and 4). */
final class Sharing {
    /** Conditions and parts that only the service judges. */
    private static final List<CharSequence> FOR_THE_SERVICE = List.of(
            HttpHeaderNames.RANGE,
            HttpHeaderNames.IF_RANGE,
            HttpHeaderNames.IF_MATCH,
            HttpHeaderNames.IF_UNMODIFIED_SINCE,
            HttpHeaderNames.TRANSFER_ENCODING);

    private Sharing() {}

    /** @param wanted what the request says of caches */
    static boolean isPossible(ProxyRequest request, Directives wanted) {
        MultiMap headers = request.headers();
        return (request.getMethod().equals(HttpMethod.GET)
                        || request.getMethod().equals(HttpMethod.HEAD))
                && request.getBody().length() <= 0
                && !wanted.has("no-store")
                && FOR_THE_SERVICE.stream().noneMatch(headers::contains)
                // without a tag the date alone is too coarse
                && (!headers.contains(HttpHeaders.IF_MODIFIED_SINCE) || headers.contains(HttpHeaders.IF_NONE_MATCH));
    }

    /** Whether the caller says who it is. */
    static boolean hasCredentials(ProxyRequest request) {
        return request.proxiedRequest().headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /**
     * An answer of unknown length is not kept, as it would have to be held before it is known that it is too large.
     *
     * @param answer to a request without credentials
     * @param largest bytes
     */
    static boolean mayKeep(ProxyResponse answer, long largest) {
        MultiMap headers = answer.headers();
        Directives said = Directives.of(headers);
        return answer.getStatusCode() == HttpResponseStatus.OK.code()
                && answer.getBody() != null
                && answer.getBody().length() >= 0
                && answer.getBody().length() <= largest
                && !said.has("no-store")
                && !said.has("private")
                && !headers.contains(HttpHeaders.SET_COOKIE)
                && !headers.contains(HttpHeaders.CONTENT_RANGE)
                && Selecting.isPossible(headers)
                && (headers.contains(HttpHeaders.ETAG)
                        || said.has("max-age")
                        || said.has("s-maxage")
                        || headers.contains(HttpHeaders.EXPIRES));
    }
}
