package org.undatacube.gateway.ratelimit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.undatacube.gateway.explorer.ExplorerAddresses;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.gateway.problem.ProblemAnswers;
import org.undatacube.gateway.routing.EventLoops;
import org.undatacube.gateway.routing.RoutingTable;
import org.undatacube.http.Problem;

/**
 * Lets requests of an address in, one by one and not too many at once. A request with credentials for a service is counted
 * for its key instead, once that is known to be good: see {@link KeyAdmission}.
 */
@ApplicationScoped
class Admission {
    /** So that pages of other origins may read a refusal too. */
    private static final int AFTER_CROSS_ORIGIN = 19_000;
    /** What watches the gateway must not depend on how much it is asked. */
    private static final String HEALTH = "/q/";
    /** One page of the explorer is made of several, which cost next to nothing and are fetched but once. */
    private static final String FILES = ExplorerAddresses.FILES + "/";

    private final Counting counting;
    private final Callers callers;
    private final RoutingTable table;
    private final ProblemAnswers answers;
    private final Policy policy;
    private final int atOnce;
    private final Map<String, Integer> answering = new ConcurrentHashMap<>();

    Admission(Counting counting, Callers callers, RoutingTable table, ProblemAnswers answers, RateLimitConfig config) {
        this.counting = counting;
        this.callers = callers;
        this.table = table;
        this.answers = answers;
        this.policy = new Policy("address", config.anonymous(), config.period());
        this.atOnce = config.atOnce();
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, AFTER_CROSS_ORIGIN);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (context.normalizedPath().startsWith(HEALTH)) {
            context.next();
            return;
        }
        String address = callers.address(request);
        if (answering.merge(address, 1, Integer::sum) > atOnce) {
            leave(address);
            answers.send(context, tooManyAtOnce());
            return;
        }
        context.addEndHandler(answered -> leave(address));
        if (context.normalizedPath().startsWith(FILES)) {
            context.next();
            return;
        }
        if (request.headers().contains(HttpHeaders.AUTHORIZATION)
                && table.serviceOf(request).isPresent()) {
            context.next();
            return;
        }
        request.pause();
        counting.take(policy, address, EventLoops.of(request))
                .onSuccess(verdict -> follow(context, verdict))
                .onFailure(context::fail);
    }

    private void follow(RoutingContext context, Verdict verdict) {
        context.response().putHeader(RateLimitHeaders.POLICY, policy.header());
        context.response().putHeader(RateLimitHeaders.LIMIT, verdict.header());
        context.request().resume();
        if (verdict.isAdmitted()) {
            context.next();
        } else {
            answers.send(context, verdict.refusal());
        }
    }

    private void leave(String address) {
        answering.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    private Problem tooManyAtOnce() {
        return new Problem(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "More than " + atOnce + " requests of one address at a time; wait for the answer to one.")
                .with("limit", atOnce)
                .with("retryAfter", 1);
    }
}
