package org.undatacube.gateway.ratelimit;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.undatacube.gateway.routing.Step;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Ends the guessing of keys, each of which would be asked of the registry. */
@ApplicationScoped
@Priority(Step.LIMIT_GUESSES)
class RefusedCredentials implements ProxyInterceptor {
    private final Counting counting;
    private final Callers callers;
    private final Policy policy;

    RefusedCredentials(Counting counting, Callers callers, RateLimitConfig config) {
        this.counting = counting;
        this.callers = callers;
        this.policy = new Policy("refused", config.refused(), config.period());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (!request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            return context.sendRequest();
        }
        String address = callers.address(request);
        if (!counting.hasMoreHere(policy, address)) {
            return Future.failedFuture(counting.takeHere(policy, address).refusal());
        }
        return context.sendRequest().onFailure(failure -> {
            if (failure instanceof Problem problem && problem.type() == CommonProblem.UNAUTHENTICATED) {
                counting.takeHere(policy, address);
            }
        });
    }
}
