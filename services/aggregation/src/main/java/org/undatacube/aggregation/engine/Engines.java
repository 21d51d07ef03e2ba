package org.undatacube.aggregation.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;

/** Chooses the engine. */
class Engines {
    /** Closed by whoever has it. */
    @Produces
    @Store
    @Dependent
    Engine engine(EngineConfig config) {
        return DuckDbEngine.open(config);
    }
}
