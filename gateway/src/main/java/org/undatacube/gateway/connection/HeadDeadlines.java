package org.undatacube.gateway.connection;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives each connection that comes in a {@link HeadDeadline}. The server knows no such bound, only one for silence; its
 * library, Netty, finds this as a service where {@link #enable} was called.
 */
public final class HeadDeadlines extends ChannelInitializerExtension {
    private static final String TIMEOUT = "datacube.gateway.connections.head-timeout";

    /** To be called before the server starts. */
    public static void enable() {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new Arrival(ConfigProvider.getConfig().getValue(TIMEOUT, Duration.class)));
    }

    /** Until the first byte comes; by then the codec is in its place. */
    static final class Arrival extends ChannelInboundHandlerAdapter {
        private final Duration timeout;
        private Future<?> deadline;

        Arrival(Duration timeout) {
            this.timeout = timeout;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            deadline = HeadDeadline.closing(context, timeout);
            super.channelActive(context);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
            if (encoder != null) {
                context.pipeline().addAfter(encoder.name(), null, new HeadDeadline(timeout));
                stop();
                context.pipeline().remove(this);
            }
            context.fireChannelRead(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            stop();
            super.channelInactive(context);
        }

        private void stop() {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
    }
}
