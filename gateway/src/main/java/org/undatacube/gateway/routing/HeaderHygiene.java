package org.undatacube.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.undatacube.gateway.connection.Origins;

/**
 * Keeps apart what each side may say. A client cannot say who it is or where it comes from but by its key; a service
 * does not say what it runs on, nor where it is behind the gateway.
 */
@ApplicationScoped
@Priority(Step.CLEAN_HEADERS)
class HeaderHygiene implements ProxyInterceptor {
    private static final List<String> NOT_FOR_SERVICES = List.of(
            "x-forwarded-",
            "forwarded",
            "x-real-ip",
            "x-original-",
            "x-rewrite-url",
            "x-http-method-override",
            "remote-user",
            "x-remote-",
            "x-user",
            "cookie",
            "proxy-",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "http2-settings");
    private static final List<String> NOT_FOR_CLIENTS =
            List.of("server", "x-powered-by", "access-control-", "proxy-", "keep-alive", "upgrade", "set-cookie");

    private final RoutingTable table;
    private final Origins origins;

    HeaderHygiene(RoutingTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        MultiMap headers = context.request().headers();
        HttpServerRequest client = context.request().proxiedRequest();
        strip(headers, NOT_FOR_SERVICES);
        headers.set("X-Forwarded-For", origins.of(client));
        headers.set("X-Forwarded-Proto", client.scheme());
        if (client.authority() != null) {
            headers.set("X-Forwarded-Host", client.authority().toString());
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        strip(headers, NOT_FOR_CLIENTS);
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, asSeenFromOutside(location, context));
        }
        return context.sendResponse();
    }

    /** A service's absolute link to itself as a path, which is the same at the gateway. */
    private String asSeenFromOutside(String location, ProxyContext context) {
        return table.serviceOf(
                        RequestTarget.of(context.request().proxiedRequest()).path())
                .map(Service::origin)
                .filter(origin -> location.startsWith(origin + "/"))
                .map(origin -> location.substring(origin.length()))
                .orElse(location);
    }

    private static void strip(MultiMap headers, List<String> unwanted) {
        // Connection names further headers that are meant for the next hop only
        headers.getAll(HttpHeaders.CONNECTION)
                .forEach(value -> List.of(value.split(",", -1)).forEach(name -> headers.remove(name.strip())));
        headers.remove(HttpHeaders.CONNECTION);
        new TreeSet<>(headers.names())
                .stream().filter(name -> isAmong(unwanted, name)).forEach(headers::remove);
    }

    /** What ends in a hyphen stands for all names that begin so. */
    private static boolean isAmong(List<String> unwanted, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return unwanted.stream().anyMatch(entry -> entry.endsWith("-") ? lower.startsWith(entry) : lower.equals(entry));
    }
}
