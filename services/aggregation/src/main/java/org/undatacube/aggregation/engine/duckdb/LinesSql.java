package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.codelists.Dimension;

/** The lines of a question: which of them count, and under which members and groups. */
final class LinesSql {
    private final CubeSchema schema;
    private final Map<Dimension, MemberTable> tables;
    private final Members members;
    private final Question question;
    private final List<Long> breakdowns;

    LinesSql(State state, Members members, Question question, List<Long> breakdowns) {
        this.schema = state.schema();
        this.tables = state.memberTables();
        this.members = members;
        this.question = question;
        this.breakdowns = breakdowns;
    }

    static Field<BigDecimal> amount() {
        return DSL.field(DSL.name("line", CubeSchema.AMOUNT.getName()), CubeSchema.AMOUNT_TYPE);
    }

    static Field<String> entity() {
        return memberOrCode(Dimension.ENTITY, Members.ENTITY_LEVEL);
    }

    /**
     * Each line joined once to every member table that the columns need, and to the groups of each drilldown by groups as
     * often as it is in one of them, but at least once.
     */
    Table<?> joinedFor(List<Drilldown> drilldowns) {
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
        for (Drilldown drilldown : drilldowns) {
            if (drilldown instanceof Drilldown.ByGroup group) {
                joined = joined.leftJoin(tables.get(group.dimension()).groups().as(group.key()))
                        .on(GroupTable.holds(group.key(), group.hierarchy(), code(group.dimension()), year()));
            }
        }
        return joined;
    }

    /** By what a drilldown puts the joined lines together. */
    static Field<?> key(Drilldown drilldown) {
        if (drilldown instanceof Drilldown.ByLevel level) {
            return memberOrCode(level.dimension(), level.level());
        }
        return drilldown instanceof Drilldown.ByGroup group
                ? DSL.coalesce(GroupTable.group(group.key()), DSL.inline(Grouping.NO_GROUP))
                : year();
    }

    /** Which lines count. */
    Condition condition() {
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
        if (cut instanceof Cut.ByGroups byGroups) {
            return tables.get(byGroups.dimension())
                    .groups()
                    .isIn(
                            byGroups.hierarchy(),
                            byGroups.groups(),
                            code(byGroups.dimension()),
                            year(),
                            schema.publication());
        }
        return DSL.or(
                ((Cut.ByYears) cut).ranges().stream().map(LinesSql::condition).toList());
    }

    private static Condition condition(YearRange range) {
        return year().between(range.first(), range.last());
    }

    private static Field<Integer> year() {
        return DSL.field(DSL.name("line", CubeSchema.YEAR.getName()), SQLDataType.INTEGER);
    }

    private static Field<String> code(Dimension dimension) {
        return DSL.field(DSL.name("line", dimension.code()), SQLDataType.VARCHAR);
    }

    /** A code that the list does not have is counted all the same, under itself. */
    private static Field<String> memberOrCode(Dimension dimension, String level) {
        return DSL.coalesce(MemberTable.member(dimension.code(), level), code(dimension));
    }
}
