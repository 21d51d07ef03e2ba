package org.undatacube.gateway.health;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.Service;
import org.undatacube.gateway.routing.ServiceClient;

/** Asks the services again and again how they do, and remembers since when they do so. */
@ApplicationScoped
class ServiceWatch {
    private static final Logger LOG = Logger.getLogger(ServiceWatch.class);

    private final RoutingTable table;
    private final ServiceClient client;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();
    private final Duration every;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();
    private long asking;

    /** @param since when the gateway first saw it so */
    record Standing(String status, Instant since) {}

    ServiceWatch(
            RoutingTable table,
            ServiceClient client,
            Vertx vertx,
            @ConfigProperty(name = "datacube.gateway.health.watch-every", defaultValue = "5S") Duration every) {
        this.table = table;
        this.client = client;
        this.vertx = vertx;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        asking = vertx.setPeriodic(every.toMillis(), again -> table.services().forEach(this::ask));
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(asking);
    }

    /** How a service does now; never fails. */
    Future<ServiceState> ask(Service service) {
        return client.get(service, "/q/health/ready")
                .map(readiness -> ServiceState.of(service.name(), readiness))
                .otherwise(ServiceState.unreachable(service.name()))
                .onSuccess(this::remember);
    }

    /** Of a service that was asked before. */
    Standing standing(String service) {
        return standings.get(service);
    }

    private void remember(ServiceState state) {
        standings.compute(state.name(), (name, before) -> {
            if (before != null && before.status().equals(state.status())) {
                return before;
            }
            if (before != null) {
                LOG.infof("%s is %s; it was %s since %s", name, state.status(), before.status(), before.since());
            }
            return new Standing(state.status(), clock.instant());
        });
    }
}
