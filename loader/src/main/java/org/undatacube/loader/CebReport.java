package org.undatacube.loader;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.undatacube.loader.ceb.Conversion;
import org.undatacube.loader.ceb.Findings;
import org.undatacube.loader.ceb.Rule;
import org.undatacube.loader.ceb.YearTotals;
import org.undatacube.loader.suite.Acknowledgement;
import org.undatacube.loader.terminal.Figures;
import org.undatacube.loader.terminal.TextTable;
import org.undatacube.loader.terminal.TextTable.Column;

/** What a load of one of CEB's files prints. */
final class CebReport {
    private final Conversion conversion;
    private final PrintWriter out;

    CebReport(Conversion conversion, PrintWriter out) {
        this.conversion = conversion;
        this.out = out;
    }

    void printFindings() {
        TextTable table = new TextTable(
                Column.text("finding"),
                Column.text("severity"),
                Column.number("rows"),
                Column.number("USD in them"),
                Column.text("first rows"));
        for (Findings.Summary summary : conversion.findings().summaries()) {
            table.add(
                    summary.rule().code(),
                    summary.rule().severity().code(),
                    Figures.count(summary.rows()),
                    Figures.money(summary.money()),
                    summary.firstRows().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        table.print(out);
        out.println();
        out.flush();
    }

    /** The file's rows and sums beside what the suite says it took. */
    void printTotals(List<Acknowledgement> acknowledgements, YearTotals taken) {
        YearTotals read = conversion.read();
        TextTable table = new TextTable(
                Column.text("year"),
                Column.number("rows read"),
                Column.number("USD read"),
                Column.number("lines taken"),
                Column.number("USD taken"));
        read.byYear().forEach((year, total) -> add(table, year.toString(), total, taken.of(year)));
        add(table, "all", read.overall(), taken.overall());
        table.print(out);
        out.println();
        out.println("%s rows read, %s skipped, %s lines taken in %s submissions."
                .formatted(
                        Figures.count(read.overall().count()),
                        Figures.count(
                                conversion.findings().of(Rule.Severity.SKIP).size()),
                        Figures.count(taken.overall().count()),
                        Figures.count(acknowledgements.size())));
        out.println("The suite's own findings: " + findings(acknowledgements) + ".");
        out.flush();
    }

    private static void add(TextTable table, String year, YearTotals.Total read, YearTotals.Total taken) {
        table.add(
                year,
                Figures.count(read.count()),
                Figures.money(read.amount()),
                Figures.count(taken.count()),
                Figures.money(taken.amount()));
    }

    private static String findings(List<Acknowledgement> acknowledgements) {
        Map<String, Long> counts = new TreeMap<>();
        acknowledgements.forEach(
                one -> one.findings().forEach((severity, count) -> counts.merge(severity, count, Long::sum)));
        counts.values().removeIf(count -> count == 0);
        String found = counts.entrySet().stream()
                .map(entry -> Figures.count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "none" : found;
    }
}
