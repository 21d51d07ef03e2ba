package org.undatacube.gateway.explorer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The scripts, styles and fonts that the application was bundled to. Their names change with their content, so that whoever
 * has one never asks for it again.
 */
@ApplicationScoped
class BundledFiles {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String FOLDER = "META-INF/resources";
    private static final Pattern NAME =
            Pattern.compile(ExplorerAddresses.FILES + "/bundle/[A-Za-z0-9@_-]+(\\.[A-Za-z0-9_-]+)+");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "woff", "font/woff",
            "woff2", "font/woff2");

    private final Map<String, Compressed> files = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.route(ExplorerAddresses.FILES + "/bundle/*")
                .handler(this::sendKnown)
                .blockingHandler(this::read, false);
    }

    private void sendKnown(RoutingContext context) {
        Compressed file = files.get(context.normalizedPath());
        if (file == null || !isReading(context)) {
            context.next();
        } else {
            send(context, file);
        }
    }

    private void read(RoutingContext context) {
        String path = context.normalizedPath();
        Compressed file = isReading(context) && NAME.matcher(path).matches() ? read(path) : null;
        if (file == null) {
            context.next();
        } else {
            files.put(path, file);
            send(context, file);
        }
    }

    private static Compressed read(String path) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            return content == null ? null : Compressed.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReading(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static void send(RoutingContext context, Compressed file) {
        String path = context.normalizedPath();
        String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
        context.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, type)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, FOREVER)
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        file.send(context);
    }
}
