package org.undatacube.aggregation.preparation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How many answers are made while nobody waits, and what they take. */
@ApplicationScoped
class PreparationMeters {
    void register(@Observes StartupEvent started, MeterRegistry registry, Preparations preparations) {
        for (PreparedAnswer.State state : PreparedAnswer.State.values()) {
            Gauge.builder("datacube.prepared.answers", preparations, of -> of.count(state))
                    .tag("state", state.code())
                    .description("Answers that are or were made while nobody waits")
                    .register(registry);
        }
        Gauge.builder("datacube.prepared.answers.used", preparations, Preparations::bytes)
                .baseUnit(BaseUnits.BYTES)
                .description("What they take of the disk")
                .register(registry);
    }
}
