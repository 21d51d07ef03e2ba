package org.undatacube.gateway.observation;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log may say of a caller's credentials: the public part of a key, and nothing of anything else. */
final class CallersKey {
    static final String NONE = "-";
    static final String OTHER = "other";

    private static final Pattern KEY = Pattern.compile("Bearer +udc_([0-9A-Za-z]{8})_.*", Pattern.CASE_INSENSITIVE);

    private CallersKey() {}

    static String of(HttpServerRequest request) {
        String credentials = request.getHeader(HttpHeaderNames.AUTHORIZATION);
        if (credentials == null) {
            return NONE;
        }
        Matcher key = KEY.matcher(credentials);
        return key.matches() ? key.group(1) : OTHER;
    }
}
