package org.undatacube.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.undatacube.gateway.connection.ConnectionConfig;

/** Lets the body through as a stream, as far as the limit and not too slowly. */
@ApplicationScoped
@Priority(Step.READ_BODY)
class BodyReading implements ProxyInterceptor {
    private static final long BETWEEN_LOOKS = 1_000;

    private final long limit;
    private final BodyPace pace;
    private final Vertx vertx;

    BodyReading(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            ConnectionConfig connections,
            Vertx vertx) {
        this.limit = limit.asLongValue();
        this.pace =
                new BodyPace(connections.bodyPatience(), connections.bodyRate().asLongValue());
        this.vertx = vertx;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        UploadedBody body = new UploadedBody(request.getBody().stream(), limit, pace);
        request.setBody(Body.body(body, request.getBody().length()));
        askForIt(request);
        long looking = vertx.setPeriodic(BETWEEN_LOOKS, body::look);
        return context.sendRequest()
                .onComplete(answered -> vertx.cancelTimer(looking))
                .recover(failure -> Future.failedFuture(body.refusalOr(failure)));
    }

    /** A client that waits to be asked is asked by the gateway; only now is it certain that the body is wanted. */
    private static void askForIt(ProxyRequest request) {
        HttpServerRequest client = request.proxiedRequest();
        if (client.headers().contains(HttpHeaders.EXPECT, HttpHeaders.CONTINUE, true)) {
            client.response().writeContinue();
        }
        request.headers().remove(HttpHeaders.EXPECT);
    }
}
