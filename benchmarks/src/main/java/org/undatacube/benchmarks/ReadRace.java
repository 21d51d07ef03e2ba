package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Reads that are done in turn, several times, so that what disturbs the machine disturbs all alike. */
final class ReadRace {
    private static final int WARM_UPS = 1;
    private static final int MEASURED = 5;
    private static final int SECONDS = 3;

    private final Map<Read, List<Throughput>> runs = new LinkedHashMap<>();

    private ReadRace(List<Read> reads) {
        reads.forEach(read -> runs.put(read, new ArrayList<>()));
    }

    static ReadRace of(List<Read> reads) throws Exception {
        ReadRace race = new ReadRace(reads);
        for (int run = 0; run < WARM_UPS + MEASURED; run++) {
            for (Read read : reads) {
                Throughput measured = Throughput.of(read, SECONDS);
                if (run >= WARM_UPS) {
                    race.runs.get(read).add(measured);
                }
            }
        }
        return race;
    }

    /** Medians of all runs. */
    MarkdownTable table() {
        MarkdownTable table =
                new MarkdownTable("read", "asked of", "answer", "clients", "answers a second", "median, ms", "p99, ms");
        runs.forEach((read, measured) -> table.add(List.of(
                read.what(),
                read.whom(),
                read.answer(),
                Integer.toString(read.clients()),
                median(measured, Throughput::perSecond, 1),
                median(measured, Throughput::median, 2),
                median(measured, Throughput::p99, 2))));
        return table;
    }

    private static String median(List<Throughput> runs, ToDoubleFunction<Throughput> figure, int decimals) {
        double median = runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
        return MarkdownTable.number(median, decimals);
    }
}
