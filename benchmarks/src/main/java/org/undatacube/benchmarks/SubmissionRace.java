package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A large submission on its way from POST to the cubes and to those who read it, and PostgreSQL's COPY of the same lines
 * before each time.
 */
final class SubmissionRace {
    private static final int LINES = 1_000_000;
    private static final int ROUNDS = 3;
    private static final String COPY = "COPY";
    private static final String END_TO_END = "POST to published";

    private final Suite suite;
    private final BareCopy bare;
    private final SyntheticLines lines;
    private final Reporter reporter;
    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    private SubmissionRace(Suite suite, BareCopy bare) throws IOException, InterruptedException {
        this.suite = suite;
        this.bare = bare;
        this.lines = SyntheticLines.of(suite, LINES);
        this.reporter = new Reporter(suite, SyntheticLines.ENTITY);
    }

    static SubmissionRace of(Suite suite, BareCopy bare) throws IOException, InterruptedException, SQLException {
        SubmissionRace race = new SubmissionRace(suite, bare);
        for (int round = 0; round < ROUNDS; round++) {
            race.run();
        }
        return race;
    }

    private void run() throws IOException, InterruptedException, SQLException {
        note(COPY, bare.copy(lines.copied()));
        long begin = System.nanoTime();
        JsonNode validated = reporter.submit(SyntheticLines.YEAR, lines.submitted());
        long submitted = System.nanoTime();
        JsonNode certified = reporter.certify(validated);
        long signed = System.nanoTime();
        long edition = reporter.publish(certified);
        long published = System.nanoTime();
        Suite.await(() -> suite.shownEdition("expense") >= edition);
        long visible = System.nanoTime();
        note("POST to validated", Duration.ofNanos(submitted - begin));
        note("to certified", Duration.ofNanos(signed - submitted));
        note("to published", Duration.ofNanos(published - signed));
        note(END_TO_END, Duration.ofNanos(published - begin));
        note("to the cubes", Duration.ofNanos(visible - published));
        note("change feed", read(Suite.CONTRIBUTIONS, "/feed/editions/" + edition + "/lines"));
        for (String format : List.of("csv", "ndjson", "xlsx", "iati")) {
            String target = "/api/v1/submissions/" + certified.get("id").asText() + "/export?format=" + format;
            note("export as " + format, read(Suite.CONTRIBUTIONS, target));
        }
    }

    private Duration read(String service, String target) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (InputStream stream = suite.stream(service, target)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void note(String what, Duration time) {
        times.computeIfAbsent(what, first -> new ArrayList<>()).add(time);
    }

    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable(
                LINES + " lines, median of " + ROUNDS, "s", "lines a second", "times the time of COPY");
        double copy = seconds(COPY);
        times.keySet().forEach(what -> {
            double seconds = seconds(what);
            table.add(List.of(
                    what,
                    MarkdownTable.number(seconds, 2),
                    MarkdownTable.number(LINES / seconds, 0),
                    MarkdownTable.number(seconds / copy, 2)));
        });
        return table;
    }

    private double seconds(String what) {
        List<Duration> sorted = times.get(what).stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toNanos() / 1e9;
    }
}
