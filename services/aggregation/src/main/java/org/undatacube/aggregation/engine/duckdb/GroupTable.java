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
import org.jooq.Record1;
import org.jooq.Select;
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
                .and(year.between(number(DSL.name(alias, FIRST)), number(DSL.name(alias, LAST))));
    }

    static Field<String> group(String alias) {
        return text(DSL.name(alias, GROUP));
    }

    /** The group's place in its hierarchy. */
    static Field<Integer> position(String alias) {
        return number(DSL.name(alias, POSITION));
    }

    /** That a line is in one of the groups, among which may be {@link Grouping#NO_GROUP}. */
    Condition isIn(String hierarchy, Collection<String> groups, Field<String> code, Field<Integer> year) {
        String alias = "membership";
        Select<Record1<Integer>> any = DSL.selectOne().from(as(alias)).where(holds(alias, hierarchy, code, year));
        Condition inOne = DSL.exists(DSL.selectOne()
                .from(as(alias))
                .where(holds(alias, hierarchy, code, year))
                .and(ArrayBinding.isOneOfTexts(group(alias), groups)));
        return groups.contains(Grouping.NO_GROUP) ? inOne.or(DSL.notExists(any)) : inOne;
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
