package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Cells;
import org.undatacube.aggregation.engine.Figures;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.http.Problem;

/** Answers from one state of the file. */
record DuckDbSnapshot(Database database, State state, Duration timeLimit) implements Snapshot {
    @Override
    public Catalogue catalogue() {
        return state.catalogue();
    }

    @Override
    public Optional<Members> members() {
        return state.members();
    }

    @Override
    public Cells answer(Question question, List<Long> breakdowns) {
        Members members =
                state.members().orElseThrow(() -> new IllegalStateException("The code lists were not read yet"));
        if (breakdowns.isEmpty()) {
            return Cells.none(question.measures());
        }
        QuestionSql queries = new QuestionSql(state, members, question, breakdowns);
        try (DuckDBConnection connection = database.connect()) {
            return answer(Database.sql(connection, timeLimit), queries, question);
        } catch (DataAccessException e) {
            throw e.getCause() instanceof SQLTimeoutException ? tooSlow(e) : e;
        } catch (SQLException e) {
            throw new DataAccessException("The store gives no connection", e);
        }
    }

    private Cells answer(DSLContext sql, QuestionSql queries, Question question) {
        Record totalRow = sql.fetchSingle(queries.total());
        if (totalRow.get(QuestionSql.LINES.getName(), Long.class) == 0) {
            return Cells.none(question.measures());
        }
        Figures total = figures(totalRow, question);
        if (question.drilldowns().isEmpty()) {
            List<Cells.Cell> one = List.of(new Cells.Cell(List.of(), total));
            return new Cells(question.page().offset() == 0 ? one : List.of(), 1, total);
        }
        Result<?> page = sql.fetch(queries.page());
        requireNotTooMany(page.size());
        return new Cells(page.stream().map(row -> cell(row, question)).toList(), cellCount(sql, page, queries), total);
    }

    private static long cellCount(DSLContext sql, Result<?> page, QuestionSql queries) {
        return page.isEmpty()
                ? sql.fetchValue(queries.cellCount())
                : page.get(0).get(QuestionSql.CELL_COUNT);
    }

    private static void requireNotTooMany(int cells) {
        if (cells > QuestionReader.MOST_CELLS) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The answer has more than " + QuestionReader.MOST_CELLS + " cells. Ask for "
                                    + QuestionReader.MOST_CELLS + " at a time with limit and offset, or for fewer.")
                    .with("limit", QuestionReader.MOST_CELLS);
        }
    }

    private static Cells.Cell cell(Record row, Question question) {
        List<String> keys = new ArrayList<>();
        for (int index = 0; index < question.drilldowns().size(); index++) {
            keys.add(row.get(QuestionSql.key(index).getName(), String.class));
        }
        return new Cells.Cell(keys, figures(row, question));
    }

    private static Figures figures(Record row, Question question) {
        List<Measure> asked = question.measures();
        return new Figures(
                asked.contains(Measure.AMOUNT)
                        ? new Usd(row.get(QuestionSql.AMOUNT.getName(), BigDecimal.class))
                        : null,
                asked.contains(Measure.LINES) ? row.get(QuestionSql.LINES.getName(), Long.class) : null,
                asked.contains(Measure.ENTITIES) ? row.get(QuestionSql.ENTITIES.getName(), Long.class) : null);
    }

    private Problem tooSlow(Throwable cause) {
        return new Problem(
                        AggregationProblem.TOO_SLOW,
                        "The question was given up after " + timeLimit.toSeconds() + " seconds.",
                        cause)
                .with("timeLimitSeconds", timeLimit.toSeconds());
    }
}
