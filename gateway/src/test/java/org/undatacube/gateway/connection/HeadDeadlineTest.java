package org.undatacube.gateway.connection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection's time is passed by hand. */
class HeadDeadlineTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: gateway\r\n\r\n";

    private final EmbeddedChannel connection = new EmbeddedChannel();

    HeadDeadlineTest() {
        connection.freezeTime();
        connection.pipeline().addLast(new HeadDeadlines.Arrival(Duration.ofSeconds(60)));
        connection.pipeline().addLast(new HttpRequestDecoder());
        connection.pipeline().addLast(new HttpResponseEncoder());
        connection.pipeline().fireChannelActive();
    }

    @Test
    void closesAConnectionThatSaysNothing() {
        pass(59);
        assertTrue(connection.isOpen());

        pass(1);

        assertFalse(connection.isOpen());
    }

    @Test
    void closesAConnectionThatSaysLittleNowAndThen() {
        receive("GET / HTTP/1.1\r\n");
        for (int i = 0; i < 59; i++) {
            receive("X-" + i + ": x\r\n");
            pass(1);
        }
        assertTrue(connection.isOpen());

        pass(1);

        assertFalse(connection.isOpen());
    }

    @Test
    void givesAnAnswerAllItsTime() {
        receive(REQUEST);
        pass(600);
        assertTrue(connection.isOpen());

        answer(HttpResponseStatus.OK);
        pass(59);
        assertTrue(connection.isOpen());
        receive(REQUEST);
        pass(600);

        assertTrue(connection.isOpen());
    }

    @Test
    void closesAConnectionThatIsNotUsedAgain() {
        receive(REQUEST);
        answer(HttpResponseStatus.OK);
        pass(59);
        receive("GET");

        pass(1);

        assertFalse(connection.isOpen());
    }

    @Test
    void takesNoInterimAnswerForTheLast() {
        receive("POST / HTTP/1.1\r\nHost: gateway\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
        answer(HttpResponseStatus.CONTINUE);

        pass(600);

        assertTrue(connection.isOpen());
    }

    @Test
    void waitsForTheAnswersToAllRequests() {
        receive(REQUEST + REQUEST);
        answer(HttpResponseStatus.OK);
        pass(600);
        assertTrue(connection.isOpen());

        answer(HttpResponseStatus.OK);
        pass(60);

        assertFalse(connection.isOpen());
    }

    private void receive(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer(HttpResponseStatus status) {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
