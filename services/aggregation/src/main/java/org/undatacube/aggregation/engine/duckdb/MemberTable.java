package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/**
 * A code list as a table: for each code the member under which it is shown on each level, and its place in the list.
 * Beside it the groups of its hierarchies.
 *
 * @param number makes the table's name unique, so that a new version of the list is built beside the old one
 */
record MemberTable(Dimension dimension, CodeList list, List<Grouping> groupings, int number) {
    private static final String PREFIX = "member_";

    private static final Field<String> CODE = DSL.field(DSL.name("code"), SQLDataType.VARCHAR);
    private static final Field<Integer> POSITION = DSL.field(DSL.name("position"), SQLDataType.INTEGER);

    static boolean isMemberTable(String table) {
        return table.startsWith(PREFIX);
    }

    /** Whether it holds what these members say of the dimension. */
    boolean isOf(Members members) {
        List<Hierarchy> hierarchies =
                groupings.stream().map(Grouping::hierarchy).toList();
        return members.areOf(dimension, list, hierarchies);
    }

    GroupTable groups() {
        return new GroupTable(name() + "_groups");
    }

    void create(DuckDBConnection connection, DSLContext sql) throws SQLException {
        List<Field<?>> columns = new ArrayList<>(List.of(CODE, POSITION));
        list.levels().forEach(level -> columns.add(DSL.field(levelColumn(level), SQLDataType.VARCHAR)));
        sql.createTable(table()).columns(columns).execute();
        groups().create(connection, sql, groupings);
        try (DuckDBAppender appender = connection.createAppender(name())) {
            int position = 0;
            for (Code code : list.codes()) {
                appender.beginRow();
                appender.append(code.code());
                appender.append(position++);
                for (String level : list.levels()) {
                    appender.append(list.memberAt(code, level).code());
                }
                appender.endRow();
            }
        }
    }

    void drop(DSLContext sql) {
        sql.dropTableIfExists(table()).execute();
        groups().drop(sql);
    }

    Table<Record> as(String alias) {
        return table().as(alias);
    }

    static Field<String> code(String alias) {
        return DSL.field(DSL.name(alias, CODE.getName()), SQLDataType.VARCHAR);
    }

    static Field<Integer> position(String alias) {
        return DSL.field(DSL.name(alias, POSITION.getName()), SQLDataType.INTEGER);
    }

    static Field<String> member(String alias, String level) {
        return DSL.field(DSL.name(alias, levelColumn(level).last()), SQLDataType.VARCHAR);
    }

    private static org.jooq.Name levelColumn(String level) {
        return DSL.name("level_" + level);
    }

    private Table<Record> table() {
        return DSL.table(DSL.name(name()));
    }

    private String name() {
        return PREFIX + dimension.code() + "_" + number;
    }
}
