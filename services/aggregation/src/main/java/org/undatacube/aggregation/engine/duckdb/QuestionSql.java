package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.codelists.Dimension;

/**
 * A question as SQL: lines are joined to their members, grouped, and only then sorted, so that the members' places in
 * their lists are looked up for cells and not for lines.
 */
final class QuestionSql {
    static final Field<Integer> CELL_COUNT = DSL.field(DSL.name("cell_count"), SQLDataType.INTEGER);
    static final Field<BigDecimal> AMOUNT = DSL.field(DSL.name("cells", "amount"), CubeSchema.AMOUNT_TYPE);
    static final Field<Long> LINES = DSL.field(DSL.name("cells", "lines"), SQLDataType.BIGINT);
    static final Field<Long> ENTITIES = DSL.field(DSL.name("cells", "entities"), SQLDataType.BIGINT);

    private final LinesSql lines;
    private final Map<Dimension, MemberTable> tables;
    private final Question question;

    QuestionSql(State state, Members members, Question question, List<Long> breakdowns) {
        this.lines = new LinesSql(state, members, question, breakdowns);
        this.tables = state.memberTables();
        this.question = question;
    }

    /** One row: the measures over all lines. */
    Select<?> total() {
        return DSL.select(measures()).from(lines.joinedFor(List.of())).where(lines.condition());
    }

    /** The rows of the page that was asked for, each with the number of all cells. */
    Select<?> page() {
        Table<?> cells = cells();
        return DSL.select(cells.asterisk(), DSL.count().over().as(CELL_COUNT))
                .from(withPositions(cells))
                .orderBy(sortFields())
                // one more than may be given tells whether there are too many
                .limit(question.page().limit().orElse(QuestionReader.MOST_CELLS + 1))
                .offset(question.page().offset());
    }

    /** How many cells there are, for a page that is behind the last of them. */
    Select<Record1<Integer>> cellCount() {
        return DSL.selectCount().from(cells());
    }

    private Table<?> cells() {
        List<SelectFieldOrAsterisk> columns = new ArrayList<>();
        List<Field<?>> keys = new ArrayList<>();
        for (int index = 0; index < question.drilldowns().size(); index++) {
            Drilldown drilldown = question.drilldowns().get(index);
            Field<?> key = LinesSql.key(drilldown);
            keys.add(key);
            columns.add(key.as(keyName(index)));
            if (drilldown instanceof Drilldown.ByGroup group) {
                columns.add(DSL.min(GroupTable.position(group.key())).as(placeName(index)));
            }
        }
        columns.addAll(measures());
        return DSL.select(columns)
                .from(lines.joinedFor(question.drilldowns()))
                .where(lines.condition())
                .groupBy(keys)
                .asTable("cells");
    }

    static Field<String> key(int index) {
        return DSL.field(DSL.name("cells", keyName(index)), SQLDataType.VARCHAR);
    }

    private static String keyName(int index) {
        return "key_" + index;
    }

    private static String placeName(int index) {
        return "place_" + index;
    }

    private List<Field<?>> measures() {
        List<Field<?>> measures = new ArrayList<>();
        // the number of lines tells an empty total from one of zero
        measures.add(DSL.count().as(LINES.getName()));
        if (question.measures().contains(Measure.AMOUNT)) {
            measures.add(DSL.sum(LinesSql.amount()).as(AMOUNT.getName()));
        }
        if (question.measures().contains(Measure.ENTITIES)) {
            measures.add(DSL.countDistinct(LinesSql.entity()).as(ENTITIES.getName()));
        }
        return measures;
    }

    private Table<?> withPositions(Table<?> cells) {
        Table<?> joined = cells;
        for (int index = 0; index < question.drilldowns().size(); index++) {
            if (question.drilldowns().get(index) instanceof Drilldown.ByLevel level) {
                String alias = placeName(index);
                joined = joined.leftJoin(tables.get(level.dimension()).as(alias))
                        .on(MemberTable.code(alias).eq(key(index)));
            }
        }
        return joined;
    }

    private List<SortField<?>> sortFields() {
        List<SortField<?>> fields = new ArrayList<>();
        for (Order order : question.orders()) {
            if (order instanceof Order.ByMeasure byMeasure) {
                fields.add(sorted(column(byMeasure.measure()), order));
            } else if (order instanceof Order.ByDrilldown byDrilldown) {
                int index = question.drilldowns().indexOf(byDrilldown.drilldown());
                if (byDrilldown.drilldown() instanceof Drilldown.ByLevel) {
                    fields.add(sorted(MemberTable.position(placeName(index)), order)
                            .nullsLast());
                } else if (byDrilldown.drilldown() instanceof Drilldown.ByGroup) {
                    fields.add(sorted(DSL.field(DSL.name("cells", placeName(index))), order)
                            .nullsLast());
                }
                fields.add(sorted(key(index), order));
            }
        }
        return fields;
    }

    private static Field<?> column(Measure measure) {
        return switch (measure) {
            case AMOUNT -> AMOUNT;
            case LINES -> LINES;
            case ENTITIES -> ENTITIES;
        };
    }

    private static SortField<?> sorted(Field<?> field, Order order) {
        return order.descending() ? field.desc() : field.asc();
    }
}
