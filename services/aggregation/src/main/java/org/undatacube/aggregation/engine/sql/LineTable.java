package org.undatacube.aggregation.engine.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** A table of a flow's published lines, the same in every engine. */
public record LineTable(Flow flow, Table<Record> table) {
    public static final DataType<BigDecimal> AMOUNT_TYPE = SQLDataType.DECIMAL(38, 9);

    private static final String ALIAS = "line";
    private static final String BREAKDOWN = "breakdown";
    private static final String LINE = "line";
    private static final String YEAR = "year";
    private static final String AMOUNT = "amount";

    /** The columns in the order in which rows are appended. */
    public List<Field<?>> columns() {
        List<Field<?>> columns = new ArrayList<>(List.of(
                DSL.field(DSL.name(BREAKDOWN), SQLDataType.BIGINT.notNull()),
                DSL.field(DSL.name(LINE), SQLDataType.BIGINT.notNull()),
                DSL.field(DSL.name(YEAR), SQLDataType.INTEGER.notNull()),
                DSL.field(DSL.name(AMOUNT), AMOUNT_TYPE.notNull())));
        CubeDimensions.of(flow)
                .forEach(dimension -> columns.add(DSL.field(DSL.name(dimension.code()), SQLDataType.VARCHAR)));
        return columns;
    }

    /** All lines of some breakdowns: breakdown, amount and then the codes in the order of the cube's dimensions. */
    public Select<?> of(Collection<Long> breakdowns) {
        List<Field<?>> columns = new ArrayList<>(List.of(breakdown(), amount()));
        CubeDimensions.of(flow).forEach(dimension -> columns.add(code(dimension)));
        return DSL.select(columns)
                .from(aliased())
                .where(breakdown().in(breakdowns.stream().map(DSL::inline).toList()));
    }

    Table<Record> aliased() {
        return table.as(ALIAS);
    }

    static Field<Long> breakdown() {
        return DSL.field(DSL.name(ALIAS, BREAKDOWN), SQLDataType.BIGINT);
    }

    /** The line's number within its breakdown. */
    static Field<Long> number() {
        return DSL.field(DSL.name(ALIAS, LINE), SQLDataType.BIGINT);
    }

    static Field<Integer> year() {
        return DSL.field(DSL.name(ALIAS, YEAR), SQLDataType.INTEGER);
    }

    static Field<BigDecimal> amount() {
        return DSL.field(DSL.name(ALIAS, AMOUNT), AMOUNT_TYPE);
    }

    static Field<String> code(Dimension dimension) {
        return DSL.field(DSL.name(ALIAS, dimension.code()), SQLDataType.VARCHAR);
    }
}
