package org.undatacube.gateway.resilience;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeoutException;
import org.undatacube.gateway.routing.EventLoops;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.gateway.routing.SafeMethods;
import org.undatacube.gateway.routing.Service;
import org.undatacube.gateway.routing.Step;
import org.undatacube.gateway.routing.Unsent;
import org.undatacube.gateway.routing.WholeBody;
import org.undatacube.http.Problem;
import org.undatacube.http.ProblemMappers;

/** Sends the request to its service through the service's guard, and again where that does nothing twice. */
@ApplicationScoped
@Priority(Step.SEND)
class Sending implements ProxyInterceptor {
    private final RoutingTable table;
    private final ServiceGuards guards;
    private final long heldBody;

    Sending(RoutingTable table, ServiceGuards guards, ResilienceConfig config) {
        this.table = table;
        this.guards = guards;
        this.heldBody = config.heldBody().asLongValue();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        Service service = table.serviceOf(context.request().proxiedRequest()).orElseThrow();
        ServiceGuard guard = guards.of(service);
        ProxyRequest request = context.request();
        Context caller = EventLoops.of(request.proxiedRequest());
        if (isWithoutBody(request)) {
            request.getBody().stream().resume();
            return guard.send(caller, () -> attempt(context, guard, true, null));
        }
        if (isHeld(request)) {
            return WholeBody.of(request.getBody().stream())
                    .compose(body -> guard.send(caller, () -> attempt(context, guard, true, Body.body(body))));
        }
        return guard.send(caller, () -> attempt(context, guard, false, request.getBody()));
    }

    /** @param whole whether the body, or that there is none, can be sent any number of times */
    private static Future<ProxyResponse> attempt(ProxyContext context, ServiceGuard guard, boolean whole, Body body) {
        context.request().setBody(body);
        return context.sendRequest()
                .transform(sent -> sent.succeeded()
                        ? taken(sent.result(), guard, whole)
                        : Future.failedFuture(failed(context, sent.cause(), whole)));
    }

    private static Future<ProxyResponse> taken(ProxyResponse answer, ServiceGuard guard, boolean whole) {
        if (!isFromAServiceThatEnds(answer)) {
            return Future.succeededFuture(answer);
        }
        answer.release();
        Problem ends = guard.unavailable(
                "The service " + guard.service().name() + " is about to end or to start; nothing was done.");
        return Future.failedFuture(new ServiceFailure(ends, whole));
    }

    /** A service that drains refuses with a bare 503, before any of its own code is asked. */
    private static boolean isFromAServiceThatEnds(ProxyResponse answer) {
        return answer.getStatusCode() == HttpResponseStatus.SERVICE_UNAVAILABLE.code()
                && !answer.headers().contains(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON, true);
    }

    private static Throwable failed(ProxyContext context, Throwable cause, boolean whole) {
        HttpServerRequest caller = context.request().proxiedRequest();
        if (cause instanceof Problem || caller.response().closed()) {
            return cause;
        }
        boolean isSafe = whole && SafeMethods.ALL.contains(caller.method());
        // one that is too slow for the first request is too slow for the second
        return new ServiceFailure(cause, Unsent.is(cause) || (isSafe && !(cause instanceof TimeoutException)));
    }

    private static boolean isWithoutBody(ProxyRequest request) {
        HttpServerRequest caller = request.proxiedRequest();
        return !caller.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                && request.getBody().length() <= 0;
    }

    private boolean isHeld(ProxyRequest request) {
        HttpMethod method = request.getMethod();
        long length = request.getBody().length();
        return method.equals(SafeMethods.QUERY) && length > 0 && length <= heldBody;
    }
}
