package org.undatacube.aggregation.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How busy the engine is, and what room it has. */
@ApplicationScoped
class EngineMeters {
    void register(
            @Observes StartupEvent started,
            MeterRegistry registry,
            Admission admission,
            Engine engine,
            EngineConfig config) {
        Gauge.builder("datacube.questions.running", admission, Admission::running)
                .description("Questions that are being answered")
                .register(registry);
        Gauge.builder("datacube.questions.waiting", admission, Admission::waiting)
                .description("Questions that wait for their turn")
                .register(registry);
        Gauge.builder("datacube.engine.memory", engine, Engine::memory)
                .baseUnit(BaseUnits.BYTES)
                .description("What the engine takes besides the Java heap")
                .register(registry);
        new DiskSpaceMetrics(config.store().toAbsolutePath().toFile(), Tags.of("use", "store")).bindTo(registry);
    }
}
