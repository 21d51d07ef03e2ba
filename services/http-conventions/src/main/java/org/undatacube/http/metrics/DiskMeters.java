package org.undatacube.http.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;

/** The room for temporary files, in which bodies and findings wait. */
@ApplicationScoped
class DiskMeters {
    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        new DiskSpaceMetrics(folder.toFile(), Tags.of("use", "temporary")).bindTo(registry);
    }
}
