package org.undatacube.aggregation;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class AggregationService {
    private AggregationService() {}

    public static void main(String... arguments) {
        allowBarsInQueries();
        Quarkus.run(arguments);
    }

    /**
     * A cut separates its conditions by bars, which browsers and curl send as they are although an address should have
     * them percent-encoded. The server would refuse that before any of our code, with an empty answer.
     */
    public static void allowBarsInQueries() {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
