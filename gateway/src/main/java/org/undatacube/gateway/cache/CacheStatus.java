package org.undatacube.gateway.cache;

import io.vertx.httpproxy.ProxyResponse;

/** How an answer came about, as {@code Cache-Status} says it (RFC 9211). */
final class CacheStatus {
    private static final String HEADER = "Cache-Status";
    private static final String CACHE = "gateway";

    static final String BYPASS = CACHE + "; fwd=bypass";
    static final String MISS = CACHE + "; fwd=uri-miss";
    static final String STORED = CACHE + "; fwd=uri-miss; stored";
    static final String STALE = CACHE + "; fwd=stale";
    static final String REPLACED = CACHE + "; fwd=stale; stored";
    static final String CONFIRMED = CACHE + "; fwd=stale; fwd-status=304; stored";
    static final String COLLAPSED = CACHE + "; fwd=stale; collapsed";

    private CacheStatus() {}

    static String hit(KeptAnswer answer) {
        return CACHE + "; hit; ttl=" + (answer.lifetime() - answer.age());
    }

    static void say(ProxyResponse answer, String status) {
        answer.putHeader(HEADER, status);
    }
}
