package org.undatacube.aggregation.preaggregate;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How much the pre-aggregates hold, and how often they could answer. */
@ApplicationScoped
class PreAggregateMeters {
    private static final String AGGREGATIONS = "datacube.aggregations";
    private static final String HOW_MANY = "Aggregations that questions needed, by what added them up";

    void register(@Observes StartupEvent started, MeterRegistry registry, PreAggregates preAggregates) {
        FunctionCounter.builder(
                        AGGREGATIONS, preAggregates, held -> held.counts().answered())
                .tag("route", "preaggregate")
                .description(HOW_MANY)
                .register(registry);
        FunctionCounter.builder(
                        AGGREGATIONS, preAggregates, held -> held.counts().scanned())
                .tag("route", "scan")
                .description(HOW_MANY)
                .register(registry);
        Gauge.builder(
                        "datacube.preaggregates.used",
                        preAggregates,
                        held -> held.kept().bytes())
                .baseUnit(BaseUnits.BYTES)
                .description("What the pre-aggregates take of the heap, about")
                .register(registry);
        Gauge.builder("datacube.preaggregates.limit", preAggregates, PreAggregates::limit)
                .baseUnit(BaseUnits.BYTES)
                .description("What the pre-aggregates may take of the heap")
                .register(registry);
    }
}
