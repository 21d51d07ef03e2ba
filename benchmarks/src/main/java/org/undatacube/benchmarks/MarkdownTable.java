package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table whose first column is text and whose others are numbers. */
final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(String... titles) {
        List<String> rule = new ArrayList<>(Collections.nCopies(titles.length, "---:"));
        rule.set(0, "---");
        rows.add(List.of(titles));
        rows.add(rule);
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @Override
    public String toString() {
        return rows.stream().map(row -> "| " + String.join(" | ", row) + " |\n").collect(Collectors.joining());
    }
}
