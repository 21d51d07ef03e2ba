package org.undatacube.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
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

/** Lets the body through as a stream, as far as the limit. */
@ApplicationScoped
@Priority(Step.READ_BODY)
class BodyReading implements ProxyInterceptor {
    private final long limit;

    BodyReading(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        UploadedBody body = new UploadedBody(request.getBody().stream(), limit);
        request.setBody(Body.body(body, request.getBody().length()));
        askForIt(request);
        return context.sendRequest().recover(failure -> Future.failedFuture(body.refusalOr(failure)));
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
