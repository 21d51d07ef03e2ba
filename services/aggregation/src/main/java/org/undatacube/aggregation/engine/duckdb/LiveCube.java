package org.undatacube.aggregation.engine.duckdb;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Which of the file's schemas answers. */
final class LiveCube {
    private static final Table<Record> LIVE = DSL.table(DSL.name("live"));
    private static final Field<String> SCHEMA = DSL.field(DSL.name("schema"), SQLDataType.VARCHAR);

    private LiveCube() {}

    /** The cube that answers, a new one where there is none yet; all that nothing refers to is dropped. */
    static CubeSchema openOrCreate(Database database) {
        CubeSchema[] live = new CubeSchema[1];
        database.transaction((connection, sql) -> {
            sql.createTableIfNotExists(LIVE).columns(SCHEMA).execute();
            String name = sql.select(SCHEMA).from(LIVE).fetchOne(SCHEMA);
            if (name == null) {
                live[0] = new CubeSchema(1);
                live[0].create(sql);
                set(sql, live[0]);
            } else {
                live[0] = CubeSchema.of(name);
            }
            dropLeftovers(sql, live[0]);
        });
        return live[0];
    }

    static void set(DSLContext sql, CubeSchema schema) {
        sql.deleteFrom(LIVE).execute();
        sql.insertInto(LIVE).columns(SCHEMA).values(schema.name()).execute();
    }

    private static void dropLeftovers(DSLContext sql, CubeSchema live) {
        names(sql, "schemata", "schema_name").stream()
                .filter(CubeSchema::isCube)
                .filter(schema -> !schema.equals(live.name()))
                .forEach(schema -> CubeSchema.of(schema).drop(sql));
    }

    private static List<String> names(DSLContext sql, String view, String column) {
        Field<String> name = DSL.field(DSL.name(column), SQLDataType.VARCHAR);
        return sql.selectDistinct(name)
                .from(DSL.table(DSL.name("information_schema", view)))
                .fetch(name);
    }
}
