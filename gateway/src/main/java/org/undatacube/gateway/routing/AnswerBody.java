package org.undatacube.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;

/**
 * An answer's body on its way to the caller. Where the service breaks it off, the caller's connection is closed, and so all
 * who wait for the answer's end learn of it. The proxy would reset the answer instead, of which the server tells nobody:
 * it would count as unanswered for ever.
 */
final class AnswerBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> source;
    private final HttpConnection caller;

    AnswerBody(ReadStream<Buffer> source, HttpConnection caller) {
        this.source = source;
        this.caller = caller;
    }

    @Override
    public AnswerBody exceptionHandler(Handler<Throwable> handler) {
        source.exceptionHandler(handler == null ? null : failure -> caller.close());
        return this;
    }

    @Override
    public AnswerBody handler(Handler<Buffer> handler) {
        source.handler(handler);
        return this;
    }

    @Override
    public AnswerBody endHandler(Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public AnswerBody pause() {
        source.pause();
        return this;
    }

    @Override
    public AnswerBody resume() {
        source.resume();
        return this;
    }

    @Override
    public AnswerBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
