package org.undatacube.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.ProxyContext;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A request's body on its way through: bounded although its length may not be declared, and telling when it ends. */
final class UploadedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final long limit;
    private long received;
    private boolean sent;
    private Problem refusal;
    private Runnable whenSent = () -> {};
    private Handler<Throwable> failures = failure -> {};

    UploadedBody(ReadStream<Buffer> source, long limit) {
        this.source = source;
        this.limit = limit;
    }

    /** The body of the request that a proxied exchange is about. */
    static UploadedBody of(ProxyContext context) {
        return (UploadedBody) context.request().getBody().stream();
    }

    /** Runs the action when the last byte has been read, or now where it has been. */
    void whenSent(Runnable action) {
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
        if (received <= limit) {
            handler.handle(buffer);
        } else if (refusal == null) {
            refusal = new Problem(
                            CommonProblem.BODY_TOO_LARGE, "The body is larger than the limit of " + limit + " bytes.")
                    .with("limit", limit);
            failures.handle(refusal);
        }
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
        source.pause();
        return this;
    }

    @Override
    public UploadedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public UploadedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
