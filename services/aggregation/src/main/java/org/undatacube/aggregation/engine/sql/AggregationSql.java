package org.undatacube.aggregation.engine.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.Tally;

/** An aggregation as SQL, for DuckDB and PostgreSQL alike. */
public final class AggregationSql {
    private final Aggregation aggregation;
    private final LineTable lines;

    public AggregationSql(Aggregation aggregation, LineTable lines) {
        this.aggregation = aggregation;
        this.lines = lines;
    }

    /**
     * A row for each tally.
     *
     * @param most how many rows at most
     */
    public Select<?> select(int most) {
        // in some dialects the number is written into the text although it counts among the bound values
        return grouped().limit(DSL.inline(most));
    }

    /** A row for each tally, in an order. */
    public Select<?> sorted(List<KeyOrder> orders) {
        Table<?> tallies = grouped().asTable("tally");
        Table<?> joined = tallies;
        List<Field<?>> places = new ArrayList<>();
        for (int index = 0; index < orders.size(); index++) {
            KeyOrder order = orders.get(index);
            PlaceTable table = new PlaceTable("order_" + index, order.places());
            joined = table.joinedTo(joined, DSL.field(DSL.name("tally", keyName(order.axis())), SQLDataType.VARCHAR));
            places.add(table.place());
        }
        return DSL.select(tallies.asterisk()).from(joined).orderBy(places);
    }

    private SelectLimitStep<Record> grouped() {
        FilteredLines filtered = new FilteredLines(lines, aggregation.breakdowns());
        List<Field<?>> keys =
                aggregation.axes().stream().<Field<?>>map(filtered::key).toList();
        aggregation.filters().forEach(filtered::filter);
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> places = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            columns.add(keys.get(index).as(keyName(index)));
            // by its place, for a key with a bound value in it would not be known again
            places.add(DSL.inline(index + 1));
        }
        columns.addAll(measures(filtered));
        return DSL.select(columns)
                .from(filtered.from())
                .where(filtered.where())
                .groupBy(places)
                // without axes there is one row even where no line passes
                .having(DSL.count().gt(0));
    }

    /** The tally of a row of {@link #select}. */
    public Tally tally(ResultSet row) throws SQLException {
        int column = 1;
        String[] keys = new String[aggregation.axes().size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = row.getString(column++);
        }
        BigDecimal amount = row.getBigDecimal(column++);
        long count = row.getLong(column++);
        BigDecimal minimum = aggregation.extremes() ? row.getBigDecimal(column++) : null;
        BigDecimal maximum = aggregation.extremes() ? row.getBigDecimal(column++) : null;
        Long[] distinct = new Long[aggregation.distinct().size()];
        for (int index = 0; index < distinct.length; index++) {
            distinct[index] = row.getLong(column++);
        }
        return new Tally(List.of(keys), amount, count, minimum, maximum, List.of(distinct));
    }

    private List<Field<?>> measures(FilteredLines filtered) {
        List<Field<?>> measures = new ArrayList<>();
        measures.add(DSL.sum(LineTable.amount()).as("amount"));
        measures.add(DSL.count().cast(SQLDataType.BIGINT).as("lines"));
        if (aggregation.extremes()) {
            measures.add(DSL.min(LineTable.amount()).as("minimum"));
            measures.add(DSL.max(LineTable.amount()).as("maximum"));
        }
        for (int index = 0; index < aggregation.distinct().size(); index++) {
            measures.add(DSL.countDistinct(filtered.key(aggregation.distinct().get(index)))
                    .cast(SQLDataType.BIGINT)
                    .as("distinct_" + index));
        }
        return measures;
    }

    private static String keyName(int index) {
        return "key_" + index;
    }
}
