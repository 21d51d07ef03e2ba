package org.undatacube.aggregation.engine.duckdb;

import java.util.function.BiConsumer;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Rebuild;

/** Takes editions into a schema that nobody reads yet. */
final class CubeRebuild extends CubeIntake implements Rebuild {
    private final Database database;
    private final CubeSchema schema;
    private final BiConsumer<CubeSchema, Catalogue> finishing;
    private boolean finished;

    CubeRebuild(Database database, CubeSchema schema, BiConsumer<CubeSchema, Catalogue> finishing) {
        super(database, schema, Catalogue.EMPTY, catalogue -> {});
        this.database = database;
        this.schema = schema;
        this.finishing = finishing;
    }

    @Override
    public void finish() {
        finishing.accept(schema, catalogue());
        finished = true;
    }

    @Override
    public void close() {
        if (!finished) {
            database.transaction((connection, sql) -> schema.drop(sql));
        }
    }
}
