package org.undatacube.aggregation.preaggregate;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Store;

/** Puts pre-aggregates before the engine that was chosen. */
@Singleton
class PreAggregatedEngines {
    private final ExecutorService background = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "preaggregates");
        thread.setDaemon(true);
        return thread;
    });

    @Produces
    @Singleton
    PreAggregates preAggregates(PreAggregatesConfig config, Clock clock) {
        return new PreAggregates(
                config.memoryLimit()
                        .map(MemorySize::asLongValue)
                        .orElseGet(() -> Runtime.getRuntime().maxMemory() / 5 * 2),
                clock);
    }

    @Produces
    @ApplicationScoped
    Engine engine(@Store Engine store, PreAggregates preAggregates, CellLimit cells) {
        return new PreAggregatedEngine(store, preAggregates, cells, background);
    }

    void close(@Disposes Engine engine) {
        engine.close();
    }
}
