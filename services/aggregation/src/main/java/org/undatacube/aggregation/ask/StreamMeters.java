package org.undatacube.aggregation.ask;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many answers are on their way that are too large to keep. */
@ApplicationScoped
class StreamMeters {
    void register(@Observes StartupEvent started, MeterRegistry registry, LargeResponses responses) {
        Gauge.builder("datacube.streams.running", responses, LargeResponses::streams)
                .description("Answers that are being sent as they are added up")
                .register(registry);
    }
}
