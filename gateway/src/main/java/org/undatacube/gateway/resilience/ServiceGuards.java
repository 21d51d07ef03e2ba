package org.undatacube.gateway.resilience;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.Service;

/** The guard of each service. */
@ApplicationScoped
class ServiceGuards {
    private final Map<String, ServiceGuard> guards = new TreeMap<>();

    ServiceGuards(RoutingTable table, ResilienceConfig config) {
        table.services().forEach(service -> guards.put(service.name(), new ServiceGuard(service, config)));
    }

    ServiceGuard of(Service service) {
        return guards.get(service.name());
    }

    Collection<ServiceGuard> all() {
        return guards.values();
    }
}
