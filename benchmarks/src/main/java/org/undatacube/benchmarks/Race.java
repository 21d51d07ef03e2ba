package org.undatacube.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ten roll-ups, asked of every contestant in turn, so that what disturbs the machine disturbs all alike. */
final class Race {
    private static final int WARM_UPS = 3;
    private static final int MEASURED = 9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Contestant> contestants;
    private final List<Result> results = new ArrayList<>();

    /** @param millis the median of each contestant, in their order */
    private record Result(RollUp rollUp, int cells, boolean agrees, List<Double> millis) {}

    private Race(List<Contestant> contestants) {
        this.contestants = contestants;
    }

    /** @throws IOException where a contestant fails */
    static Race of(List<Contestant> contestants) throws IOException {
        Race race = new Race(contestants);
        try {
            for (RollUp rollUp : RollUp.TEN) {
                race.results.add(race.run(rollUp));
            }
        } catch (Exception e) {
            throw new IOException("A roll-up failed", e);
        }
        return race;
    }

    private Result run(RollUp rollUp) throws Exception {
        Map<Contestant, List<Long>> nanos = new LinkedHashMap<>();
        contestants.forEach(contestant -> nanos.put(contestant, new ArrayList<>()));
        Map<String, BigDecimal> expected = contestants.get(0).ask(rollUp).cells();
        boolean agrees = true;
        for (int run = 0; run < WARM_UPS + MEASURED; run++) {
            for (Contestant contestant : contestants) {
                long begin = System.nanoTime();
                Contestant.Answer answer = contestant.ask(rollUp);
                long taken = System.nanoTime() - begin;
                agrees &= expected.equals(answer.cells());
                if (run >= WARM_UPS) {
                    nanos.get(contestant).add(taken);
                }
            }
        }
        List<Double> medians = nanos.values().stream().map(Race::median).toList();
        return new Result(rollUp, expected.size(), agrees, medians);
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / NANOS_PER_MILLI;
    }

    /** Medians in milliseconds, and how many times the first contestant's each service takes. */
    MarkdownTable table() {
        List<String> titles = new ArrayList<>(List.of("roll-up", "cells"));
        contestants.forEach(contestant -> titles.add(contestant.name() + ", ms"));
        titles.add("aggregation / DuckDB");
        titles.add("aggregation / PostgreSQL");
        titles.add("gateway / aggregation");
        titles.add("same sums");
        MarkdownTable table = new MarkdownTable(titles.toArray(String[]::new));
        for (Result result : results) {
            List<Double> millis = result.millis;
            List<String> cells = new ArrayList<>(List.of(result.rollUp.title(), Integer.toString(result.cells)));
            millis.forEach(value -> cells.add(MarkdownTable.number(value, 2)));
            cells.add(MarkdownTable.number(millis.get(2) / millis.get(0), 1));
            cells.add(MarkdownTable.number(millis.get(2) / millis.get(1), 1));
            cells.add(MarkdownTable.number(millis.get(3) / millis.get(2), 1));
            cells.add(result.agrees ? "yes" : "NO");
            table.add(cells);
        }
        return table;
    }
}
