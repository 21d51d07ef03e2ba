package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
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
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.aggregation.query.YearRange;
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

    private final CubeSchema schema;
    private final Map<Dimension, MemberTable> tables;
    private final Members members;
    private final Question question;
    private final List<Long> breakdowns;

    QuestionSql(State state, Members members, Question question, List<Long> breakdowns) {
        this.schema = state.schema();
        this.tables = state.memberTables();
        this.members = members;
        this.question = question;
        this.breakdowns = breakdowns;
    }

    /** One row: the measures over all lines. */
    Select<?> total() {
        return DSL.select(measures()).from(lines(List.of())).where(condition());
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
        List<Field<?>> groups = new ArrayList<>();
        for (int index = 0; index < question.drilldowns().size(); index++) {
            Field<?> group = group(question.drilldowns().get(index));
            groups.add(group);
            columns.add(group.as(keyName(index)));
        }
        columns.addAll(measures());
        return DSL.select(columns)
                .from(lines(question.drilldowns()))
                .where(condition())
                .groupBy(groups)
                .asTable("cells");
    }

    static Field<String> key(int index) {
        return DSL.field(DSL.name("cells", keyName(index)), SQLDataType.VARCHAR);
    }

    private static String keyName(int index) {
        return "key_" + index;
    }

    private static Field<Integer> year() {
        return DSL.field(DSL.name("line", CubeSchema.YEAR.getName()), SQLDataType.INTEGER);
    }

    private static Field<String> code(Dimension dimension) {
        return DSL.field(DSL.name("line", dimension.code()), SQLDataType.VARCHAR);
    }

    private static Field<BigDecimal> amount() {
        return DSL.field(DSL.name("line", CubeSchema.AMOUNT.getName()), CubeSchema.AMOUNT_TYPE);
    }

    private List<Field<?>> measures() {
        List<Field<?>> measures = new ArrayList<>();
        // the number of lines tells an empty total from one of zero
        measures.add(DSL.count().as(LINES.getName()));
        if (question.measures().contains(Measure.AMOUNT)) {
            measures.add(DSL.sum(amount()).as(AMOUNT.getName()));
        }
        if (question.measures().contains(Measure.ENTITIES)) {
            measures.add(DSL.countDistinct(memberOrCode(Dimension.ENTITY, Members.ENTITY_LEVEL))
                    .as(ENTITIES.getName()));
        }
        return measures;
    }

    /** The lines, each joined once to every member table that the columns need. */
    private Table<?> lines(List<Drilldown> drilldowns) {
        Table<?> joined = schema.lines(question.cube()).as("line");
        for (Dimension dimension : Dimension.values()) {
            boolean drilled = drilldowns.stream()
                    .anyMatch(drilldown ->
                            drilldown instanceof Drilldown.ByLevel level && level.dimension() == dimension);
            boolean counted =
                    dimension == Dimension.ENTITY && question.measures().contains(Measure.ENTITIES);
            if (drilled || counted) {
                joined = joined.leftJoin(tables.get(dimension).as(dimension.code()))
                        .on(MemberTable.code(dimension.code()).eq(code(dimension)));
            }
        }
        return joined;
    }

    private static Field<?> group(Drilldown drilldown) {
        return drilldown instanceof Drilldown.ByLevel level ? memberOrCode(level.dimension(), level.level()) : year();
    }

    /** A code that the list does not have is counted all the same, under itself. */
    private static Field<String> memberOrCode(Dimension dimension, String level) {
        return DSL.coalesce(MemberTable.member(dimension.code(), level), code(dimension));
    }

    private Condition condition() {
        Condition condition = ArrayBinding.isOneOf(
                DSL.field(DSL.name("line", CubeSchema.BREAKDOWN.getName()), SQLDataType.BIGINT), breakdowns);
        for (Cut cut : question.cuts()) {
            condition = condition.and(condition(cut));
        }
        return condition;
    }

    private Condition condition(Cut cut) {
        if (cut instanceof Cut.ByMembers byMembers) {
            return ArrayBinding.isOneOfTexts(
                    code(byMembers.dimension()), members.atOrBelow(byMembers.dimension(), byMembers.members()));
        }
        return DSL.or(((Cut.ByYears) cut)
                .ranges().stream().map(QuestionSql::condition).toList());
    }

    private static Condition condition(YearRange range) {
        return year().between(range.first(), range.last());
    }

    private Table<?> withPositions(Table<?> cells) {
        Table<?> joined = cells;
        for (int index = 0; index < question.drilldowns().size(); index++) {
            if (question.drilldowns().get(index) instanceof Drilldown.ByLevel level) {
                String alias = positionAlias(index);
                joined = joined.leftJoin(tables.get(level.dimension()).as(alias))
                        .on(MemberTable.code(alias).eq(key(index)));
            }
        }
        return joined;
    }

    private static String positionAlias(int index) {
        return "place_" + index;
    }

    private List<SortField<?>> sortFields() {
        List<SortField<?>> fields = new ArrayList<>();
        for (Order order : question.orders()) {
            if (order instanceof Order.ByMeasure byMeasure) {
                fields.add(sorted(column(byMeasure.measure()), order));
            } else if (order instanceof Order.ByDrilldown byDrilldown) {
                int index = question.drilldowns().indexOf(byDrilldown.drilldown());
                if (byDrilldown.drilldown() instanceof Drilldown.ByLevel) {
                    fields.add(sorted(MemberTable.position(positionAlias(index)), order)
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
