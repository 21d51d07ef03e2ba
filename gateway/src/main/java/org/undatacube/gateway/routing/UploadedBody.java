package org.undatacube.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import java.time.Duration;
import java.time.Instant;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A request's body on its way through: bounded although its length may not be declared, and telling when it ends. */
final class UploadedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private final BodyPace pace;
    private long received;
    private Duration waited = Duration.ZERO;
    private Instant waitingSince;
    private boolean sent;
    private Problem refusal;
    private Runnable whenSent = () -> {};
    private Handler<Throwable> failures = failure -> {};

    UploadedBody(ReadStream<Buffer> source, long limit, BodyPace pace) {
        this.source = source;
        this.limit = limit;
        this.pace = pace;
    }

    /** Runs the action when the last byte of the request has been read, or now where it has been. */
    static void whenSent(ProxyContext context, Runnable action) {
        Body body = context.request().getBody();
        if (body != null && body.stream() instanceof UploadedBody uploaded) {
            uploaded.whenSent(action);
        } else {
            action.run();
        }
    }

    private void whenSent(Runnable action) {
        if (sent) {
            action.run();
        } else {
            whenSent = action;
        }
    }

    /** Why the body was cut off, or the failure given where it was not. */
    Throwable refusalOr(Throwable failure) {
        return refusal == null ? failure : refusal;
    }

    @Override
    public UploadedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> receive(buffer, handler));
        return this;
    }

    private void receive(Buffer buffer, Handler<Buffer> handler) {
        received += buffer.length();
        if (received > limit) {
            refuse(new Problem(
                            CommonProblem.BODY_TOO_LARGE, "The body is larger than the limit of " + limit + " bytes.")
                    .with("limit", limit));
        } else if (refusal == null) {
            handler.handle(buffer);
        }
    }

    private void refuse(Problem reason) {
        if (refusal == null) {
            refusal = reason;
            failures.handle(reason);
        }
    }

    /** Only the time counts in which the sender could send; a service that takes it slowly is no fault of his. */
    void look(long timer) {
        if (sent || waitingSince == null) {
            return;
        }
        if (pace.isTooSlow(received, waited.plus(Duration.between(waitingSince, Instant.now())))) {
            refuse(new Problem(
                            GatewayProblem.BODY_TOO_SLOW,
                            "Of the body " + received + " bytes came in "
                                    + pace.patience().toSeconds() + " seconds and more.")
                    .with("received", received));
        }
    }

    private void clock(boolean isWaiting) {
        if (waitingSince != null) {
            waited = waited.plus(Duration.between(waitingSince, Instant.now()));
        }
        waitingSince = isWaiting ? Instant.now() : null;
    }

    @Override
    public UploadedBody endHandler(Handler<Void> handler) {
        source.endHandler(ignored -> {
            sent = true;
            whenSent.run();
            if (handler != null) {
                handler.handle(null);
            }
        });
        return this;
    }

    @Override
    public UploadedBody exceptionHandler(Handler<Throwable> handler) {
        failures = handler == null ? failure -> {} : handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public UploadedBody pause() {
        clock(false);
        source.pause();
        return this;
    }

    @Override
    public UploadedBody resume() {
        clock(true);
        source.resume();
        return this;
    }

    @Override
    public UploadedBody fetch(long amount) {
        clock(true);
        source.fetch(amount);
        return this;
    }
}
