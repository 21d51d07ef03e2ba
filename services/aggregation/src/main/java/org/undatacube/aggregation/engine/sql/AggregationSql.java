package org.undatacube.aggregation.engine.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.Tally;

/** An aggregation as SQL, for DuckDB and PostgreSQL alike. */
public final class AggregationSql {
    private final Aggregation aggregation;
    private final LineTable lines;
    private final Map<Projection, StayTable> projections = new LinkedHashMap<>();
    private Table<?> from;
    private Condition where;

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
        from = lines.aliased();
        where = LineTable.breakdown().in(DSL.select(ArrayBinding.unnestedLongs(aggregation.breakdowns())));
        List<Field<?>> keys =
                aggregation.axes().stream().<Field<?>>map(this::key).toList();
        for (int index = 0; index < aggregation.filters().size(); index++) {
            filter(aggregation.filters().get(index), "cut_" + index);
        }
        List<Field<?>> columns = new ArrayList<>();
        List<Field<?>> places = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            columns.add(keys.get(index).as(keyName(index)));
            // by its place, for a key with a bound value in it would not be known again
            places.add(DSL.inline(index + 1));
        }
        columns.addAll(measures());
        return DSL.select(columns)
                .from(from)
                .where(where)
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

    private List<Field<?>> measures() {
        List<Field<?>> measures = new ArrayList<>();
        measures.add(DSL.sum(LineTable.amount()).as("amount"));
        measures.add(DSL.count().cast(SQLDataType.BIGINT).as("lines"));
        if (aggregation.extremes()) {
            measures.add(DSL.min(LineTable.amount()).as("minimum"));
            measures.add(DSL.max(LineTable.amount()).as("maximum"));
        }
        for (int index = 0; index < aggregation.distinct().size(); index++) {
            measures.add(DSL.countDistinct(key(aggregation.distinct().get(index)))
                    .cast(SQLDataType.BIGINT)
                    .as("distinct_" + index));
        }
        return measures;
    }

    private void filter(Filter filter, String alias) {
        if (filter instanceof Filter.Years years) {
            Condition inOne =
                    DSL.or(years.ranges().stream().map(AggregationSql::isWithin).toList());
            where = where.and(years.excluding() ? DSL.not(inOne) : inOne);
        } else if (filter instanceof Filter.Codes codes) {
            StayTable table = StayTable.of(alias, codes.selection());
            if (codes.selection().excluding()) {
                from = table.leftJoinedTo(from);
                where = where.and(table.hasNone());
            } else {
                from = table.innerJoinedTo(from);
            }
        } else if (filter instanceof Filter.Amount amount) {
            where = where.and(compared(amount));
        } else if (filter instanceof Filter.Except except) {
            where = where.and(isNoneOf(except));
        }
    }

    private static Condition isWithin(YearRange range) {
        return LineTable.year().between(range.first(), range.last());
    }

    private static Condition compared(Filter.Amount amount) {
        Field<?> value = DSL.val(amount.value(), LineTable.AMOUNT_TYPE);
        String sign = switch (amount.comparison()) {
            case EQ -> "=";
            case NE -> "<>";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
        };
        return DSL.condition("{0} " + sign + " {1}", LineTable.amount(), value);
    }

    private Condition isNoneOf(Filter.Except except) {
        List<Field<?>> keys = except.axes().stream().<Field<?>>map(this::key).toList();
        List<List<String>> cells = List.copyOf(except.keys());
        List<Field<?>> columns = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            int column = index;
            columns.add(ArrayBinding.unnestedTexts(
                    cells.stream().map(cell -> cell.get(column)).toList()));
        }
        // jOOQ's own rows become a subquery that is run for each line
        return DSL.condition("({0}) not in ({1})", DSL.list(keys.toArray(Field[]::new)), DSL.select(columns));
    }

    private Field<String> key(Axis axis) {
        return axis instanceof Axis.Projected projected
                ? key(projected.projection())
                : LineTable.year().cast(SQLDataType.VARCHAR);
    }

    /** The lines are joined to each projection once, wherever it is used. */
    private Field<String> key(Projection projection) {
        StayTable table = projections.computeIfAbsent(projection, added -> {
            StayTable joined = StayTable.of("axis_" + projections.size(), added);
            from = joined.leftJoinedTo(from);
            return joined;
        });
        Field<String> otherwise = projection
                .otherwise()
                .<Field<String>>map(DSL::val)
                .orElseGet(() -> LineTable.code(projection.dimension()));
        return DSL.coalesce(table.key(), otherwise);
    }

    private static String keyName(int index) {
        return "key_" + index;
    }
}
