package org.undatacube.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.stream.Collector;

/** A body of which it is known that it is small enough to be held. */
public final class WholeBody {
    private WholeBody() {}

    /** @param body paused, and not read yet */
    public static Future<Buffer> of(ReadStream<Buffer> body) {
        Future<Buffer> whole = body.collect(Collector.of(Buffer::buffer, Buffer::appendBuffer, Buffer::appendBuffer));
        body.resume();
        return whole;
    }
}
