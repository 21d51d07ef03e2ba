package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import org.undatacube.aggregation.engine.Admission;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;

/** Has requests' questions answered: so many at once, each within its time, and none whose client has gone. */
@Singleton
public class Asker {
    private final Engine engine;
    private final EngineConfig config;
    private final CellLimit cells;
    private final Admission admission;

    Asker(Engine engine, EngineConfig config, CellLimit cells, Admission admission) {
        this.engine = engine;
        this.config = config;
        this.cells = cells;
        this.admission = admission;
    }

    /** What a question gives that is asked of one state of the store. */
    public <T> T ask(HttpServerRequest request, BiFunction<Snapshot, Patience, T> question) {
        try (CellLimit.Held held = cells.begin()) {
            Patience patience = new Patience(config.timeLimit(), held);
            request.response().closeHandler(closed -> patience.cancel());
            if (request.response().closed()) {
                // before there was a handler to tell
                patience.cancel();
            }
            return admission.run(patience, () -> engine.read(snapshot -> question.apply(snapshot, patience)));
        }
    }
}
