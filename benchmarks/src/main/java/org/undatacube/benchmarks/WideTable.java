package org.undatacube.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.undatacube.benchmarks.feed.CodeTable;
import org.undatacube.benchmarks.feed.MadeUpFigures;
import org.undatacube.codelists.Dimension;

/**
 * All lines in one table of a bare database that needs no join: a column for each level of each dimension, so that no
 * question has to look up what a code belongs to.
 */
final class WideTable {
    static final String NAME = "line";

    private static final int DECIMALS = 2;
    private static final int SCALE = 9;
    private static final int COPY_BUFFER = 1 << 16;
    /** What the index is sorted by; all other columns come with it. */
    private static final List<String> INDEXED =
            List.of("year", "entity_entity", "location_region", "sdg_goal", "instrument_instrument");

    private final MadeUpFigures figures;
    private final List<Column> columns = new ArrayList<>();

    /**
     * @param place of the dimension's code among those of a line
     * @param members by the number of the code
     */
    private record Column(String name, int place, List<String> members) {}

    WideTable(MadeUpFigures figures) {
        this.figures = figures;
        Dimension[] dimensions = Dimension.values();
        for (int place = 0; place < dimensions.length; place++) {
            Dimension dimension = dimensions[place];
            CodeTable table = figures.table(dimension);
            for (String level : table.levels()) {
                List<String> members = new ArrayList<>();
                for (int code = 0; code < table.size(); code++) {
                    members.add(table.member(code, level));
                }
                columns.add(new Column(Level.column(dimension, level), place, members));
            }
        }
    }

    private String definition() {
        return "create table " + NAME + " (year integer not null, "
                + columns.stream()
                        .map(column -> column.name() + " varchar not null, ")
                        .collect(Collectors.joining())
                + "amount decimal(38, " + SCALE + ") not null)";
    }

    void load(DuckDBConnection duckDb, int threads) throws SQLException, IOException {
        try (Statement statement = duckDb.createStatement()) {
            statement.execute("set threads to " + threads);
            statement.execute(definition());
        }
        try (DuckDBAppender appender = duckDb.createAppender("main", NAME)) {
            figures.forEach((year, codes, cents) -> append(appender, year, codes, cents));
        }
    }

    private void append(DuckDBAppender appender, int year, int[] codes, long cents) throws IOException {
        try {
            appender.beginRow();
            appender.append(year);
            for (Column column : columns) {
                appender.append(column.members().get(codes[column.place()]));
            }
            appender.append(BigDecimal.valueOf(cents, DECIMALS).setScale(SCALE));
            appender.endRow();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** With an index that has every column, so that no question needs the table itself. */
    void loadIndexed(Connection postgreSql) throws SQLException, IOException {
        try (Statement statement = postgreSql.createStatement()) {
            statement.execute(definition());
            copy(postgreSql.unwrap(PGConnection.class));
            String others = columns.stream()
                    .map(Column::name)
                    .filter(name -> !INDEXED.contains(name))
                    .collect(Collectors.joining(", "));
            statement.execute("create index line_covering on " + NAME + " (" + String.join(", ", INDEXED)
                    + ") include (" + others + ", amount)");
            statement.execute("vacuum analyze " + NAME);
        }
    }

    private void copy(PGConnection postgreSql) throws SQLException, IOException {
        try (Writer rows = new BufferedWriter(
                new OutputStreamWriter(
                        new PGCopyOutputStream(postgreSql, "copy " + NAME + " from stdin", COPY_BUFFER),
                        StandardCharsets.UTF_8),
                COPY_BUFFER)) {
            figures.forEach((year, codes, cents) -> {
                rows.write(Integer.toString(year));
                for (Column column : columns) {
                    rows.write('\t');
                    rows.write(column.members().get(codes[column.place()]));
                }
                rows.write('\t');
                rows.write(BigDecimal.valueOf(cents, DECIMALS).toPlainString());
                rows.write('\n');
            });
        }
    }
}
