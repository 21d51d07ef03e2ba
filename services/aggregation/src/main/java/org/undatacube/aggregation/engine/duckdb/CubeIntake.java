package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.util.function.Consumer;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.changefeed.EditionChange;

/** Takes editions into one schema, each in one transaction with its place in the history. */
class CubeIntake implements Intake {
    private final Database database;
    private final CubeSchema schema;
    private final Consumer<Catalogue> afterwards;
    private Catalogue catalogue;

    /** @param afterwards is told of every edition that was taken in */
    CubeIntake(Database database, CubeSchema schema, Catalogue catalogue, Consumer<Catalogue> afterwards) {
        this.database = database;
        this.schema = schema;
        this.catalogue = catalogue;
        this.afterwards = afterwards;
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public void takeIn(EditionChange change, Lines lines) throws IOException {
        Catalogue next = catalogue.with(change);
        database.<IOException>transaction((connection, sql) -> {
            new History(schema).write(sql, change);
            try (LineWriter writer = new LineWriter(schema, connection, change)) {
                writer.write(lines);
            }
        });
        catalogue = next;
        afterwards.accept(next);
    }
}
