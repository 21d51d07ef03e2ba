package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.http.Problem;

/** A connection can have closed before anybody asked to be told of that. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class GoneBeforeTest {
    @Inject
    Asker asker;

    @Test
    void asksNothingForAConnectionThatHasClosedAlready() {
        Problem problem =
                assertThrows(Problem.class, () -> asker.ask(closed(), (snapshot, patience) -> "answered all the same"));

        assertEquals(AggregationProblem.CANCELLED, problem.type());
    }

    /** Tells nobody who asks after it has closed, as Vert.x. */
    private static HttpServerRequest closed() {
        HttpServerResponse response = proxy(HttpServerResponse.class, "closed", true);
        return proxy(HttpServerRequest.class, "response", response);
    }

    private static <T> T proxy(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> called.getName().equals(method) ? answer : null));
    }
}
