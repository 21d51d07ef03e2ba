package org.undatacube.gateway.routing;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the service that answers a path. What is not in the table is not forwarded. */
@ApplicationScoped
public class RoutingTable {
    private final List<Route> routes = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    RoutingTable(RoutingConfig config) {
        config.services().forEach((name, target) -> {
            Service service = new Service(name, target.url());
            services.add(service);
            target.paths().forEach(path -> routes.add(new Route(path, service)));
        });
        // the most specific first
        routes.sort(
                Comparator.comparingInt((Route route) -> route.path().length()).reversed());
        services.sort(Comparator.comparing(Service::name));
    }

    private record Route(String path, Service service) {
        boolean leadsTo(String asked) {
            return asked.startsWith(path) && (asked.length() == path.length() || asked.charAt(path.length()) == '/');
        }
    }

    /** The service that a request as it came is for. */
    public Optional<Service> serviceOf(HttpServerRequest request) {
        return serviceOf(RequestTarget.of(request).path());
    }

    /** @param path normalised, without the query */
    public Optional<Service> serviceOf(String path) {
        return routes.stream()
                .filter(route -> route.leadsTo(path))
                .map(Route::service)
                .findFirst();
    }

    /** That of the configured paths by which a request finds its service; empty where it finds none. */
    public Optional<String> pathOf(HttpServerRequest request) {
        String asked = RequestTarget.of(request).path();
        return routes.stream()
                .filter(route -> route.leadsTo(asked))
                .map(Route::path)
                .findFirst();
    }

    /** @throws IllegalArgumentException where the configuration has no such service */
    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service is called " + name));
    }

    /** Every service of the suite, by name. */
    public List<Service> services() {
        return List.copyOf(services);
    }
}
