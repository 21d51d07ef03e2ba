package org.undatacube.aggregation.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Writes the lines of breakdowns, a table for each year, and remembers which codes it saw. */
final class LineTables {
    private final Flow cube;
    private final Snapshot snapshot;
    private final Archive archive;
    private final Map<Dimension, SortedSet<String>> codes = new EnumMap<>(Dimension.class);

    LineTables(Flow cube, Snapshot snapshot, Archive archive) {
        this.cube = cube;
        this.snapshot = snapshot;
        this.archive = archive;
        CubeDimensions.of(cube).forEach(dimension -> codes.put(dimension, new TreeSet<>()));
    }

    /** Is told of the lines beside the table. */
    interface Beside {
        void line(BreakdownRow row, String[] codes, BigDecimal amount);

        /** After the last line of a year. */
        void end(int year, long lines) throws IOException;

        Beside NOTHING = new Beside() {
            @Override
            public void line(BreakdownRow row, String[] codes, BigDecimal amount) {
                // there is none
            }

            @Override
            public void end(int year, long lines) {
                // there is none
            }
        };
    }

    /**
     * @param name of the tables, without the year
     * @param breakdowns the table that has the rows
     */
    void write(List<BreakdownRow> rows, String name, String breakdowns, Beside beside) throws IOException {
        Map<Integer, List<BreakdownRow>> byYear =
                rows.stream().collect(Collectors.groupingBy(BreakdownRow::year, TreeMap::new, Collectors.toList()));
        for (Map.Entry<Integer, List<BreakdownRow>> year : byYear.entrySet()) {
            archive.table(
                    Table.lines(cube, name, year.getKey(), breakdowns),
                    csv -> year.getValue().forEach(row -> write(row, csv, beside)));
            beside.end(
                    year.getKey(),
                    year.getValue().stream().mapToLong(BreakdownRow::lines).sum());
        }
    }

    /** The codes of all lines that were written. */
    SortedSet<String> codes(Dimension dimension) {
        return codes.get(dimension);
    }

    /** One breakdown at a time: that is as much as the store holds in memory for it. */
    private void write(BreakdownRow row, CsvTable csv, Beside beside) {
        LineReader writing = (breakdown, line, amount) -> {
            csv.row(fields(row, line, amount));
            beside.line(row, line, amount);
            remember(line);
        };
        snapshot.lines(cube, List.of(row.breakdown()), writing);
    }

    private static List<String> fields(BreakdownRow row, String[] line, BigDecimal amount) {
        List<String> fields = new ArrayList<>(line.length + 4);
        fields.add(Integer.toString(row.year()));
        fields.add(line[0]);
        fields.add(row.submission().toString());
        fields.add(Long.toString(row.breakdown()));
        fields.addAll(Arrays.asList(line).subList(1, line.length));
        fields.add(Usd.text(amount));
        return fields;
    }

    private void remember(String[] line) {
        int index = 0;
        for (SortedSet<String> seen : codes.values()) {
            if (line[index] != null) {
                seen.add(line[index]);
            }
            index++;
        }
    }
}
