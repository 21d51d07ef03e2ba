package org.undatacube.aggregation.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;

/** Chooses the engine. */
class Engines {
    @Produces
    @Singleton
    CellLimit cells(EngineConfig config) {
        return CellLimit.of(config);
    }

    /** Closed by whoever has it. */
    @Produces
    @Store
    @Dependent
    Engine engine(EngineConfig config) {
        return DuckDbEngine.open(config);
    }
}
