package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;
import org.undatacube.aggregation.engine.Admission;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;

/** Has requests' questions answered: so many at once, each within its time, and none whose client has gone. */
@Singleton
class Asker {
    private final Engine engine;
    private final EngineConfig config;
    private final Admission admission;

    Asker(Engine engine, EngineConfig config, Admission admission) {
        this.engine = engine;
        this.config = config;
        this.admission = admission;
    }

    <T> T ask(HttpServerRequest request, BiFunction<Snapshot, Patience, T> question) {
        Patience patience = new Patience(config.timeLimit());
        request.response().closeHandler(closed -> patience.cancel());
        if (request.response().closed()) {
            // before there was a handler to tell
            patience.cancel();
        }
        return admission.run(patience, () -> engine.read(snapshot -> question.apply(snapshot, patience)));
    }
}
