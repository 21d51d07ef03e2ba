package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.engine.sql.LineTable;
import org.undatacube.codelists.Flow;

/**
 * The tables that hold one history of editions. Rows are only ever added: a breakdown's lines never change, and which
 * breakdowns stand in an edition follows from the publications up to it.
 *
 * @param number makes the schema's name unique within the file
 */
record CubeSchema(int number) {
    static final Field<Long> EDITION = DSL.field(DSL.name("edition"), SQLDataType.BIGINT);
    /** As ISO 8601 text, which keeps every digit of the instant that the feed gave. */
    static final Field<String> PUBLISHED_AT = DSL.field(DSL.name("published_at"), SQLDataType.VARCHAR);
    /** Where the publication stands within its edition, and the breakdown within its publication. */
    static final Field<Integer> POSITION = DSL.field(DSL.name("position"), SQLDataType.INTEGER);

    static final Field<UUID> SUBMISSION = DSL.field(DSL.name("submission"), SQLDataType.UUID);
    static final Field<String> FLOW = DSL.field(DSL.name("flow"), SQLDataType.VARCHAR);
    static final Field<String> ENTITY = DSL.field(DSL.name("entity"), SQLDataType.VARCHAR);
    static final Field<Integer> YEAR = DSL.field(DSL.name("year"), SQLDataType.INTEGER);
    static final Field<BigDecimal> CONTROL_TOTAL = DSL.field(DSL.name("control_total"), LineTable.AMOUNT_TYPE);
    static final Field<String> CONTENT_HASH = DSL.field(DSL.name("content_hash"), SQLDataType.VARCHAR);
    static final Field<Integer> PUBLICATION = DSL.field(DSL.name("publication"), SQLDataType.INTEGER);
    static final Field<Long> BREAKDOWN = DSL.field(DSL.name("breakdown"), SQLDataType.BIGINT);
    static final Field<String> DIMENSIONS = DSL.field(DSL.name("dimensions"), SQLDataType.VARCHAR);
    static final Field<Long> LINES = DSL.field(DSL.name("lines"), SQLDataType.BIGINT);
    static final Field<BigDecimal> TOTAL = DSL.field(DSL.name("total"), LineTable.AMOUNT_TYPE);
    static final Field<Boolean> CARRIED = DSL.field(DSL.name("carried"), SQLDataType.BOOLEAN);

    /** The submission that a breakdown is of where that is not the publication's own, and its content hash. */
    static final Field<UUID> SOURCE = DSL.field(DSL.name("source"), SQLDataType.UUID);

    static final Field<String> SOURCE_HASH = DSL.field(DSL.name("source_hash"), SQLDataType.VARCHAR);

    private static final String PREFIX = "cube_";

    String name() {
        return PREFIX + number;
    }

    static CubeSchema of(String name) {
        return new CubeSchema(Integer.parseInt(name.substring(PREFIX.length())));
    }

    static boolean isCube(String schema) {
        return schema.startsWith(PREFIX);
    }

    Table<Record> edition() {
        return table("edition");
    }

    Table<Record> publication() {
        return table("publication");
    }

    Table<Record> breakdown() {
        return table("breakdown");
    }

    LineTable lines(Flow flow) {
        return new LineTable(flow, table(lineTable(flow)));
    }

    static String lineTable(Flow flow) {
        return flow.code() + "_line";
    }

    void create(DSLContext sql) {
        sql.createSchema(DSL.name(name())).execute();
        sql.createTable(edition())
                .columns(EDITION, PUBLISHED_AT)
                .primaryKey(EDITION)
                .execute();
        sql.createTable(publication())
                .columns(EDITION, POSITION, SUBMISSION, FLOW, ENTITY, YEAR, CONTROL_TOTAL, CONTENT_HASH)
                .execute();
        sql.createTable(breakdown())
                .columns(
                        EDITION,
                        PUBLICATION,
                        POSITION,
                        BREAKDOWN,
                        DIMENSIONS,
                        LINES,
                        TOTAL,
                        CARRIED,
                        SOURCE,
                        SOURCE_HASH)
                .execute();
        for (Flow flow : Flow.values()) {
            sql.createTable(lines(flow).table()).columns(lines(flow).columns()).execute();
        }
    }

    void drop(DSLContext sql) {
        sql.dropSchemaIfExists(DSL.name(name())).cascade().execute();
    }

    private Table<Record> table(String table) {
        Name qualified = DSL.name(name(), table);
        return DSL.table(qualified);
    }
}
