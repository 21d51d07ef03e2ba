package org.undatacube.gateway.resilience;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.undatacube.gateway.routing.Service;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Repeats, breaker and bulkhead of one service, in this order from the outside. */
final class ServiceGuard {
    private static final Logger LOG = Logger.getLogger(ServiceGuard.class);

    private final Service service;
    private final TypedGuard<CompletionStage<ProxyResponse>> guard;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    ServiceGuard(Service service, ResilienceConfig config) {
        this.service = service;
        long pause = config.retryAfter().toMillis();
        this.guard = TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
                .withDescription(service.name())
                .withRetry()
                .maxRetries(config.retries())
                .delay(pause, ChronoUnit.MILLIS)
                .jitter(pause / 2, ChronoUnit.MILLIS)
                .whenException(failure -> failure instanceof ServiceFailure sent && sent.isRepeatable())
                .done()
                .withCircuitBreaker()
                .name("service " + service.name())
                .requestVolumeThreshold(config.observed())
                .failureRatio(config.failureRatio())
                .delay(config.open().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .when(ServiceFailure.class::isInstance)
                .onStateChange(this::changed)
                .done()
                .withBulkhead()
                .limit(config.atOnce())
                .queueSize(config.waiting())
                .done()
                .build();
    }

    Service service() {
        return service;
    }

    CircuitBreakerState state() {
        return state;
    }

    /**
     * @param caller where the request came in
     * @param attempt sends the request, each time anew; runs there
     * @return fails with the last attempt's failure, or with a problem where the service was not asked
     */
    Future<ProxyResponse> send(Context caller, Supplier<Future<ProxyResponse>> attempt) {
        CompletionStage<ProxyResponse> answer = guard.get(() -> on(caller, attempt));
        return Future.fromCompletionStage(answer, caller).recover(failure -> Future.failedFuture(explained(failure)));
    }

    /** What waited for the bulkhead or for its repetition is begun by whichever thread made room for it. */
    private static CompletionStage<ProxyResponse> on(Context caller, Supplier<Future<ProxyResponse>> attempt) {
        if (Vertx.currentContext() == caller) {
            return attempt.get().toCompletionStage();
        }
        CompletableFuture<ProxyResponse> answer = new CompletableFuture<>();
        caller.runOnContext(now -> Future.<Void>succeededFuture()
                .compose(nothing -> attempt.get())
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally));
        return answer;
    }

    private Throwable explained(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (reason instanceof ServiceFailure sent) {
            return sent.getCause();
        }
        if (reason instanceof CircuitBreakerOpenException) {
            return unavailable("The service " + service.name()
                    + " did not answer just now and is left alone for a moment; nothing was done.");
        }
        if (reason instanceof BulkheadException) {
            return unavailable(
                    "Too many requests wait for the service " + service.name() + " at present; nothing was done.");
        }
        return reason;
    }

    Problem unavailable(String detail) {
        return new Problem(CommonProblem.UNAVAILABLE, detail).with("service", service.name());
    }

    private void changed(CircuitBreakerState now) {
        state = now;
        LOG.warnf("The circuit to %s is %s", service.name(), now);
    }
}
