package org.undatacube.aggregation.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;

/** Chooses the engine. */
class Engines {
    @Produces
    @ApplicationScoped
    Engine engine(EngineConfig config) {
        return DuckDbEngine.open(config);
    }

    void close(@Disposes Engine engine) {
        engine.close();
    }
}
