package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.undatacube.benchmarks.http.Latencies;

/** From the answer to a publication until a question is answered from it. */
final class Freshness {
    private static final int LINES = 100_000;
    private static final int ROUNDS = 7;
    private static final double MILLIS_PER_SECOND = 1000;

    private static final String QUESTION = "/api/v1/cubes/expense/aggregate?drilldown=sdg.goal&cut=entity:"
            + SyntheticLines.ENTITY + "%7Cyear:" + SyntheticLines.YEAR;

    private final Latencies times = new Latencies();

    private Freshness() {}

    static Freshness of(Suite suite) throws IOException, InterruptedException {
        SyntheticLines lines = SyntheticLines.of(suite, LINES);
        Reporter reporter = new Reporter(suite, SyntheticLines.ENTITY);
        Freshness freshness = new Freshness();
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode validated = reporter.submit(SyntheticLines.YEAR, lines.submitted());
            long edition = reporter.publish(reporter.certify(validated));
            long published = System.nanoTime();
            Suite.await(() ->
                    suite.getJson(Suite.AGGREGATION, QUESTION).get("edition").asLong() >= edition);
            freshness.times.add(System.nanoTime() - published);
        }
        return freshness;
    }

    MarkdownTable table() {
        MarkdownTable table =
                new MarkdownTable(LINES + " lines, " + ROUNDS + " times", "median, s", "slowest, s", "wanted, at most");
        table.add(List.of("published to answered", seconds(50), seconds(100), "1"));
        return table;
    }

    private String seconds(int percentile) {
        return MarkdownTable.number(times.percentile(percentile) / MILLIS_PER_SECOND, 2);
    }
}
