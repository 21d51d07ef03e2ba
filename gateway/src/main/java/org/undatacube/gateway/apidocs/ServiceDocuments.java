package org.undatacube.gateway.apidocs;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.Service;
import org.undatacube.gateway.routing.ServiceClient;

/** The services' own OpenAPI documents, asked for again and again; that of a service that is down stays. */
@ApplicationScoped
class ServiceDocuments {
    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);

    private final RoutingTable table;
    private final ServiceClient client;
    private final Vertx vertx;
    private final ApiDocsConfig config;
    private final Map<String, JsonObject> documents = new ConcurrentSkipListMap<>();

    private long refreshing;
    private long completing;

    ServiceDocuments(RoutingTable table, ServiceClient client, Vertx vertx, ApiDocsConfig config) {
        this.table = table;
        this.client = client;
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        refresh();
        refreshing = vertx.setPeriodic(config.refresh().toMillis(), again -> refresh());
        // services start beside the gateway, and some are up later
        completing = vertx.setPeriodic(config.retry().toMillis(), again -> complete());
    }

    void stop(@Observes ShutdownEvent stopped) {
        vertx.cancelTimer(refreshing);
        vertx.cancelTimer(completing);
    }

    /** By the service's name, in its order; a service that never answered is missing. */
    Map<String, JsonObject> lastKnown() {
        return Collections.unmodifiableMap(documents);
    }

    private void refresh() {
        table.services().forEach(this::ask);
    }

    private void complete() {
        table.services().stream()
                .filter(service -> !documents.containsKey(service.name()))
                .forEach(this::ask);
    }

    private void ask(Service service) {
        client.get(service, "/openapi?format=json")
                .onSuccess(answer -> remember(service, answer))
                .onFailure(failure -> LOG.debugf("No OpenAPI document of %s: %s", service.name(), failure));
    }

    private void remember(Service service, HttpResponse<Buffer> answer) {
        if (answer.statusCode() != HttpResponseStatus.OK.code()) {
            LOG.warnf("No OpenAPI document of %s: status %s", service.name(), answer.statusCode());
            return;
        }
        try {
            documents.put(service.name(), answer.bodyAsJsonObject());
        } catch (DecodeException malformed) {
            LOG.warnf("The OpenAPI document of %s is not JSON", service.name());
        }
    }
}
