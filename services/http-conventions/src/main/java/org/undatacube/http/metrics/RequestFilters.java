package org.undatacube.http.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** How requests are measured, whoever counts them. */
class RequestFilters {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] BOUNDS = Stream.of(5, 15, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .map(Duration::ofMillis)
            .mapToDouble(Duration::toNanos)
            .toArray();

    /** Durations are sorted into buckets, so that quantiles can be told over routes and instances. */
    @Produces
    @Singleton
    MeterFilter sorted() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals(REQUESTS)
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BOUNDS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }

    /**
     * The framework counts by whatever a request gives as its method. It is not counted under another one instead, for the
     * registry of meters remembers what it renames, for ever.
     */
    @Produces
    @Singleton
    MeterFilter ofKnownMethods() {
        return MeterFilter.deny(id -> id.getName().equals(REQUESTS)
                && !CountedMethod.of(id.getTag("method")).equals(id.getTag("method")));
    }
}
