package org.undatacube.gateway.ratelimit;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import org.undatacube.gateway.routing.EventLoops;
import org.undatacube.gateway.routing.Step;

/** Lets requests with a good key in. */
@ApplicationScoped
@Priority(Step.LIMIT_RATE)
class KeyAdmission implements ProxyInterceptor {
    private static final String VERDICT = "verdict";

    private final Counting counting;
    private final Policy policy;

    KeyAdmission(Counting counting, RateLimitConfig config) {
        this.counting = counting;
        this.policy = new Policy("key", config.key(), config.period());
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        String authorization = context.request().headers().get(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return context.sendRequest();
        }
        return counting.take(
                        policy,
                        Callers.holder(authorization),
                        EventLoops.of(context.request().proxiedRequest()))
                .compose(verdict -> {
                    context.set(VERDICT, verdict);
                    return verdict.isAdmitted() ? context.sendRequest() : Future.failedFuture(verdict.refusal());
                });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        Verdict verdict = context.get(VERDICT, Verdict.class);
        if (verdict != null) {
            context.response().putHeader(RateLimitHeaders.POLICY, policy.header());
            context.response().putHeader(RateLimitHeaders.LIMIT, verdict.header());
        }
        return context.sendResponse();
    }
}
