package org.undatacube.loader.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table in aligned columns. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int LONGEST_RULE = 100;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param isNumber whether the column is aligned on the right */
    public record Column(String title, boolean isNumber) {
        public static Column text(String title) {
            return new Column(title, false);
        }

        public static Column number(String title) {
            return new Column(title, true);
        }
    }

    public TextTable(Column... columns) {
        this(Arrays.asList(columns));
    }

    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException where there is not one value for each column */
    public void add(List<String> values) {
        if (values.size() != columns.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(values));
    }

    public void add(String... values) {
        add(Arrays.asList(values));
    }

    public void print(PrintWriter out) {
        List<Integer> widths =
                IntStream.range(0, columns.size()).mapToObj(this::width).toList();
        out.println(line(columns.stream().map(Column::title).toList(), widths));
        out.println("-".repeat(Math.min(LONGEST_RULE, total(widths))));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static int total(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
    }

    private int width(int column) {
        int title = columns.get(column).title().length();
        return rows.stream().mapToInt(row -> row.get(column).length()).reduce(title, Math::max);
    }

    private String line(List<String> values, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < values.size(); column++) {
            String padding = " ".repeat(widths.get(column) - values.get(column).length());
            String value = values.get(column);
            line.append(column == 0 ? "" : GAP)
                    .append(columns.get(column).isNumber() ? padding + value : value + padding);
        }
        return line.toString().stripTrailing();
    }
}
