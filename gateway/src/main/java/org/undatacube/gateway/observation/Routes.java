package org.undatacube.gateway.observation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.gateway.explorer.ExplorerAddresses;
import org.undatacube.gateway.routing.RoutingTable;

/** A name for what a request asks for, of which there are few however many addresses there are. */
@ApplicationScoped
class Routes {
    static final String UNKNOWN = "unknown";

    /** What the gateway answers itself, each with everything below it. */
    private static final List<String> OWN = Stream.concat(
                    Stream.of(
                            "/health",
                            "/status",
                            "/openapi",
                            "/docs",
                            "/q",
                            "/problems/gateway",
                            ExplorerAddresses.FILES),
                    ExplorerAddresses.BEGINNINGS.stream())
            .toList();

    private static final List<String> PAGES = List.of(ExplorerAddresses.HOME, "/icon.svg", "/style.css");

    private final RoutingTable table;

    Routes(RoutingTable table) {
        this.table = table;
    }

    /** The path of the routing table, which the services' own metrics divide further. */
    String of(HttpServerRequest request) {
        return table.pathOf(request).orElseGet(() -> own(request.path()));
    }

    private static String own(String path) {
        if (path == null) {
            return UNKNOWN;
        }
        if (PAGES.contains(path)) {
            return path;
        }
        return OWN.stream()
                .filter(own ->
                        path.startsWith(own) && (path.length() == own.length() || path.charAt(own.length()) == '/'))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
