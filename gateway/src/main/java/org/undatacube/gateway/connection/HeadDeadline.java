package org.undatacube.gateway.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that does not say in time what it wants, however busily it says little: whoever opens many and sends a
 * byte now and then would otherwise hold them for ever. Sits between the server and its HTTP codec.
 */
final class HeadDeadline extends ChannelDuplexHandler {
    private final Duration timeout;
    private Future<?> deadline;
    private int unanswered;

    HeadDeadline(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expectHead(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        stop();
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest) {
            unanswered++;
            stop();
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean isInterim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof LastHttpContent && !isInterim) {
            unanswered--;
            if (unanswered == 0) {
                expectHead(context);
            }
        }
        super.write(context, message, promise);
    }

    /** Closes the connection after this time, unless it is cancelled. */
    // nothing is to be done after a close, however it ends
    @SuppressWarnings("FutureReturnValueIgnored")
    static Future<?> closing(ChannelHandlerContext context, Duration timeout) {
        Runnable close = () -> context.close();
        return context.executor().schedule(close, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void expectHead(ChannelHandlerContext context) {
        stop();
        deadline = closing(context, timeout);
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
