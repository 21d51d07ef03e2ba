package org.undatacube.aggregation.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.answer.StreamedAnswer;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;

/**
 * An answer as a table: where there are subtotals the drilldowns that a row is grouped by, for each drilldown its code and
 * its label, for the year the year, then the measures. Where drilldowns run across, the measures of each column and at
 * last those of the row's total.
 */
final class AnswerTable {
    static final String GROUPING = "grouping";

    private static final String LABEL = ".label";
    private static final String TOTAL = "total";

    private final Answer answer;
    private final Labels labels;
    private final Question question;
    private final List<Drilldown> down;
    private final List<Column> columns = new ArrayList<>();

    /** What a column holds. Codes, labels and the names of groupings are text. */
    enum Kind {
        GROUPING,
        CODE,
        LABEL,
        YEAR,
        USD,
        COUNT,
        RATIO;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(Measure measure) {
            return switch (measure.unit()) {
                case USD -> USD;
                case COUNT -> COUNT;
                case RATIO -> RATIO;
            };
        }
    }

    record Column(String name, Kind kind) {}

    /** One row; a value that it has not is null. */
    final class Row {
        private final List<Object> keys;
        private final List<Figures> figures;

        private Row(List<Object> keys, List<Figures> figures) {
            this.keys = keys;
            this.figures = figures;
        }

        /** Text, an {@link Integer} for a year, a {@link Long} for a count, or else a decimal. */
        Object value(int column) {
            if (column < keys.size()) {
                return keys.get(column);
            }
            Figures its = figures(column);
            Number number = its == null ? null : its.number(measure(column));
            return number != null && columns.get(column).kind() == Kind.COUNT ? (Object) number.longValue() : number;
        }

        /** As an answer shows it; empty where it has none. */
        String text(int column) {
            Object value;
            if (column < keys.size()) {
                value = keys.get(column);
            } else {
                Figures its = figures(column);
                value = its == null ? null : its.shown(measure(column));
            }
            return value == null ? "" : value.toString();
        }

        private Figures figures(int column) {
            return figures.get((column - keys.size()) / question.measures().size());
        }

        private int measure(int column) {
            return (column - keys.size()) % question.measures().size();
        }
    }

    /** Is told of rows one after the other. */
    @FunctionalInterface
    interface RowReader {
        void row(Row row) throws IOException;
    }

    AnswerTable(Answer answer, Labels labels) {
        this.answer = answer;
        this.labels = labels;
        this.question = answer.question();
        this.down = question.drilldowns().stream()
                .filter(drilldown -> !question.columns().contains(drilldown))
                .toList();
        addKeyColumns();
        if (answer.columns() == null) {
            question.measures().forEach(measure -> add(measure.key(), Kind.of(measure)));
        } else {
            answer.columns().forEach(column -> addMeasures(title(column)));
            addMeasures(TOTAL);
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** Of the same answer. */
    void read(StreamedAnswer rows, RowReader reader) throws IOException {
        if (answer.columns() == null) {
            rows.cells().read(cell -> reader.row(new Row(keys(cell.grouping(), cell.keys()), List.of(cell.figures()))));
            return;
        }
        for (Answer.Row row : answer.rows()) {
            Figures[] across = row.cells().toArray(new Figures[row.cells().size() + 1]);
            across[across.length - 1] = row.total();
            reader.row(new Row(keys(row.grouping(), row.keys()), Arrays.asList(across)));
        }
    }

    private void addKeyColumns() {
        if (question.subtotals() != Subtotals.NONE) {
            add(GROUPING, Kind.GROUPING);
        }
        for (Drilldown drilldown : down) {
            if (drilldown instanceof Drilldown.ByYear) {
                add(drilldown.key(), Kind.YEAR);
            } else {
                if (labels.withCodes()) {
                    add(drilldown.key(), Kind.CODE);
                }
                if (labels.withNames()) {
                    add(drilldown.key() + LABEL, Kind.LABEL);
                }
            }
        }
    }

    private void addMeasures(String column) {
        for (Measure measure : question.measures()) {
            add(question.measures().size() == 1 ? column : column + " " + measure.key(), Kind.of(measure));
        }
    }

    /** No two columns have the same name, whatever codes there are. */
    private void add(String name, Kind kind) {
        String unique = name;
        while (hasColumn(unique)) {
            unique += "'";
        }
        columns.add(new Column(unique, kind));
    }

    private boolean hasColumn(String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }

    private static String title(Answer.Column column) {
        return column.keys().stream().map(AnswerTable::title).collect(Collectors.joining(" "));
    }

    private static String title(Cell.Key key) {
        if (key instanceof Cell.Key.Year year) {
            return Integer.toString(year.year());
        }
        Cell.Key.Member member = (Cell.Key.Member) key;
        return member.isOthers() ? member.label() : member.code();
    }

    /** The keys come in the order of the drilldowns; of those that the row is not grouped by the values are null. */
    private List<Object> keys(List<String> grouping, List<Cell.Key> keys) {
        List<Object> values = new ArrayList<>(1 + 2 * down.size());
        if (grouping != null) {
            values.add(String.join(" ", grouping));
        }
        int place = 0;
        for (Drilldown drilldown : down) {
            boolean isThere = place < keys.size() && keys.get(place).drilldown().equals(drilldown.key());
            addKey(values, drilldown, isThere ? keys.get(place++) : null);
        }
        return values;
    }

    private void addKey(List<Object> values, Drilldown drilldown, Cell.Key key) {
        if (drilldown instanceof Drilldown.ByYear) {
            values.add(key == null ? null : (Object) ((Cell.Key.Year) key).year());
            return;
        }
        Cell.Key.Member member = (Cell.Key.Member) key;
        if (labels.withCodes()) {
            values.add(member == null ? null : member.code());
        }
        if (labels.withNames()) {
            values.add(member == null ? null : member.label());
        }
    }
}
