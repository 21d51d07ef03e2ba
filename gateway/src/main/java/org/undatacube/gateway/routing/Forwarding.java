package org.undatacube.gateway.routing;

import io.quarkus.arc.All;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Passes a request to the service that answers its path, and the answer back, both as streams. What is done to them on
 * the way is said by the {@link ProxyInterceptor} beans, outermost first by their {@link Step}.
 */
@ApplicationScoped
class Forwarding {
    private final RoutingTable table;
    private final HttpProxy proxy;
    private final Duration answerTimeout;

    Forwarding(RoutingTable table, RoutingConfig config, Vertx vertx, @All List<ProxyInterceptor> interceptors) {
        this.table = table;
        this.answerTimeout = config.answerTimeout();
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client(vertx, config))
                .origin(this::connect);
        interceptors.forEach(proxy::addInterceptor);
    }

    private static HttpClient client(Vertx vertx, RoutingConfig config) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxWaitQueueSize(config.waiting());
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connections()));
    }

    void register(@Observes Router router) {
        router.route().handler(this::forward);
    }

    private void forward(RoutingContext context) {
        RequestTarget target = RequestTarget.of(context.request());
        if (table.serviceOf(target.path()).isPresent()) {
            proxy.handle(context.request());
        } else {
            context.next();
        }
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        RequestTarget target = RequestTarget.of(context.request().proxiedRequest());
        Service service = table.serviceOf(target.path()).orElseThrow();
        return context.client().request(service.request(target.uri())).onSuccess(request -> {
            // without a handler the client logs what the answer's failure says anyway
            request.exceptionHandler(reported -> {});
            UploadedBody.whenSent(context, () -> request.idleTimeout(answerTimeout.toMillis()));
        });
    }
}
