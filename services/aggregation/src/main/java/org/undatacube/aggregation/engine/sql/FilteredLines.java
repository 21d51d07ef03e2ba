package org.undatacube.aggregation.engine.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;

/** The lines of some breakdowns, joined to what their filters and keys need. Each filter and key adds to it. */
final class FilteredLines {
    private final Map<Projection, StayTable> projections = new LinkedHashMap<>();
    private Table<?> from;
    private Condition where;
    private int filters;

    FilteredLines(LineTable lines, List<Long> breakdowns) {
        from = lines.aliased();
        where = LineTable.breakdown().in(DSL.select(ArrayBinding.unnestedLongs(breakdowns)));
    }

    Table<?> from() {
        return from;
    }

    Condition where() {
        return where;
    }

    void filter(Filter filter) {
        String alias = "cut_" + filters++;
        if (filter instanceof Filter.Years years) {
            Condition inOne =
                    DSL.or(years.ranges().stream().map(FilteredLines::isWithin).toList());
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

    Field<String> key(Axis axis) {
        if (axis instanceof Axis.Projected projected) {
            return key(projected.projection());
        }
        Field<?> number = axis instanceof Axis.Breakdown ? LineTable.breakdown() : LineTable.year();
        return number.cast(SQLDataType.VARCHAR);
    }

    /** The lines are joined to each projection once, wherever it is used. */
    Field<String> key(Projection projection) {
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
}
