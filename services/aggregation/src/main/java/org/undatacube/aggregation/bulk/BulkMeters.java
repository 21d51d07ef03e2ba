package org.undatacube.aggregation.bulk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What whole-cube files there are, and what they take. */
@ApplicationScoped
class BulkMeters {
    void register(@Observes StartupEvent started, MeterRegistry registry, Products products) {
        Gauge.builder("datacube.bulk.products", products, of -> of.stock().products())
                .description("Whole cubes and changes that are there as files")
                .register(registry);
        Gauge.builder("datacube.bulk.underway", products, of -> of.stock().underWay())
                .description("Those that are being made or wait for it")
                .register(registry);
        Gauge.builder("datacube.bulk.used", products, of -> of.stock().bytes())
                .baseUnit(BaseUnits.BYTES)
                .description("What their files take of the disk")
                .register(registry);
    }
}
