package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** A question ends when the connection closes that it came by. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class GoneClientTest {
    // the questions are such that nobody asked them before, for those are answered without the engine
    private static final long SECONDS = 20;
    private static final String BEGUN = "begun";

    @Inject
    Engine engine;

    @TestHTTPResource
    URI service;

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/cubes/expense/aggregate?drilldown=sdg.goal&limit=77777 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/v1/cubes/expense/aggregate HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 40\r\n\r\n{\"drilldown\":[\"sdg.goal\"],\"limit\":77777}",
                "GET /api/v1/cubes/expense/diff?from=1&to=2&drilldown=sdg.goal HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/cubes/expense/lineage?drilldown=sdg.goal&cell=5 HTTP/1.1\r\nHost: localhost\r\n\r\n"
            })
    void endsWithItsConnection(String request) throws IOException, InterruptedException {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Engine real = ClientProxy.unwrap(engine);
        QuarkusMock.installMockForType(new EndlessEngine(real, real.read(Snapshot::catalogue), told), Engine.class);

        try (Socket connection = new Socket(service.getHost(), service.getPort())) {
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertEquals(BEGUN, told.poll(SECONDS, TimeUnit.SECONDS));
            assertTrue(told.isEmpty());
        }

        assertEquals(AggregationProblem.CANCELLED.name(), told.poll(SECONDS, TimeUnit.SECONDS));
    }

    /** Answers no question before it is given up. */
    private record EndlessEngine(Engine real, Catalogue catalogue, BlockingQueue<String> told)
            implements Engine, Snapshot {
        @Override
        public <T> T read(Function<Snapshot, T> reading) {
            return reading.apply(this);
        }

        @Override
        public List<Tally> tally(Aggregation aggregation, Patience patience) {
            told.add(BEGUN);
            try {
                while (true) {
                    patience.check();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            } catch (Problem problem) {
                told.add(problem.type().toString());
                throw problem;
            }
        }

        @Override
        public List<PublishedLine> read(LineReading reading, Patience patience) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Intake intake() {
            return real.intake();
        }

        @Override
        public Rebuild rebuild() {
            return real.rebuild();
        }

        @Override
        public void close() {}
    }
}
