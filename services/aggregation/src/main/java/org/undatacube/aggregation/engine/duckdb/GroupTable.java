package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Grouping;

/**
 * The groups of a list's hierarchies as a table: for each code in which groups it is, from which year to which. Of one
 * hierarchy, code and group no year is in two rows, so that a join counts a line once in a group.
 */
record GroupTable(String name) {
    private static final String HIERARCHY = "hierarchy";
    private static final String CODE = "code";
    private static final String GROUP = "member_of";
    private static final String POSITION = "position";
    private static final String FIRST = "first_year";
    private static final String LAST = "last_year";
    private static final String MEMBERSHIP = "membership";

    void create(DuckDBConnection connection, DSLContext sql, List<Grouping> groupings) throws SQLException {
        sql.createTable(table())
                .columns(
                        text(DSL.name(HIERARCHY)),
                        text(DSL.name(CODE)),
                        text(DSL.name(GROUP)),
                        number(DSL.name(POSITION)),
                        number(DSL.name(FIRST)),
                        number(DSL.name(LAST)))
                .execute();
        try (DuckDBAppender appender = connection.createAppender(name)) {
            for (Grouping grouping : groupings) {
                for (Grouping.Stay stay : grouping.stays()) {
                    appender.beginRow();
                    appender.append(grouping.hierarchy().id());
                    appender.append(stay.code());
                    appender.append(stay.group());
                    appender.append(stay.position());
                    appender.append(stay.years().first());
                    appender.append(stay.years().last());
                    appender.endRow();
                }
            }
        }
    }

    void drop(DSLContext sql) {
        sql.dropTableIfExists(table()).execute();
    }

    Table<Record> as(String alias) {
        return table().as(alias);
    }

    /** That a row of the table says of a line in which group it is. */
    static Condition holds(String alias, String hierarchy, Field<String> code, Field<Integer> year) {
        return text(DSL.name(alias, HIERARCHY))
                .eq(hierarchy)
                .and(text(DSL.name(alias, CODE)).eq(code))
                .and(isWithin(year, alias));
    }

    static Field<String> group(String alias) {
        return text(DSL.name(alias, GROUP));
    }

    /** The group's place in its hierarchy. */
    static Field<Integer> position(String alias) {
        return number(DSL.name(alias, POSITION));
    }

    /**
     * That a line is in one of the groups, among which may be {@link Grouping#NO_GROUP}. The pairs of code and year are
     * looked up once for all lines, which a condition on each line's own row would not be.
     *
     * @param years a table of which a column has every year that a line can have
     */
    Condition isIn(
            String hierarchy, Collection<String> groups, Field<String> code, Field<Integer> year, Table<?> years) {
        Condition inOne = isAmong(
                code, year, codesAndYears(hierarchy, years).and(ArrayBinding.isOneOfTexts(group(MEMBERSHIP), groups)));
        return groups.contains(Grouping.NO_GROUP)
                ? inOne.or(DSL.not(isAmong(code, year, codesAndYears(hierarchy, years))))
                : inOne;
    }

    /** jOOQ's own rows become a subquery that is run for each line. */
    private static Condition isAmong(Field<String> code, Field<Integer> year, Select<?> codesAndYears) {
        return DSL.condition("({0}, {1}) in ({2})", code, year, codesAndYears);
    }

    private SelectConditionStep<Record2<String, Integer>> codesAndYears(String hierarchy, Table<?> years) {
        Field<Integer> year = number(DSL.name("years", CubeSchema.YEAR.getName()));
        return DSL.select(text(DSL.name(MEMBERSHIP, CODE)), year)
                .from(as(MEMBERSHIP))
                .join(DSL.selectDistinct(CubeSchema.YEAR).from(years).asTable("years"))
                .on(isWithin(year, MEMBERSHIP))
                .where(text(DSL.name(MEMBERSHIP, HIERARCHY)).eq(hierarchy));
    }

    private static Condition isWithin(Field<Integer> year, String alias) {
        return year.between(number(DSL.name(alias, FIRST)), number(DSL.name(alias, LAST)));
    }

    private Table<Record> table() {
        return DSL.table(DSL.name(name));
    }

    private static Field<String> text(Name name) {
        return DSL.field(name, SQLDataType.VARCHAR);
    }

    private static Field<Integer> number(Name name) {
        return DSL.field(name, SQLDataType.INTEGER);
    }
}
