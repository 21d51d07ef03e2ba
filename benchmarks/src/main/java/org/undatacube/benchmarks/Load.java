package org.undatacube.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loading one of CEB's files through the gateway: every row validated, submitted, certified and published.
 *
 * @param rows without the header
 * @param published until the loader ends, with all of it acknowledged
 * @param visible until the cubes answer from the edition that it made
 */
record Load(String kind, long rows, Duration published, Duration visible) {
    static List<Load> all(Suite suite, Path cebFiles) throws IOException, InterruptedException {
        return List.of(
                of(suite, "ceb-revenue", cebFiles.resolve("revenue_sub_agency.csv")),
                of(suite, "ceb-expenses", cebFiles.resolve("expenses_sub_agency.csv")),
                of(suite, "ceb-sdgs", cebFiles.resolve("expenses_sdgs.csv")));
    }

    private static Load of(Suite suite, String kind, Path file) throws IOException, InterruptedException {
        long rows;
        try (Stream<String> lines = Files.lines(file)) {
            rows = lines.count() - 1;
        }
        Instant begin = Instant.now();
        suite.run("load", kind, file.toAbsolutePath().toString());
        Duration published = Duration.between(begin, Instant.now());
        long newest = newestEdition(suite);
        Suite.await(() -> suite.shownEdition("revenue") >= newest && suite.shownEdition("expense") >= newest);
        return new Load(kind, rows, published, Duration.between(begin, Instant.now()));
    }

    private static long newestEdition(Suite suite) throws IOException, InterruptedException {
        List<Long> editions = new ArrayList<>();
        suite.getJson(Suite.CONTRIBUTIONS, "/feed?limit=1000")
                .forEach(change -> editions.add(change.get("edition").asLong()));
        return editions.stream().max(Long::compare).orElseThrow();
    }

    static MarkdownTable table(List<Load> loads) {
        MarkdownTable table =
                new MarkdownTable("file", "rows", "published after, s", "in the cubes after, s", "rows a second");
        for (Load load : loads) {
            table.add(List.of(
                    load.kind,
                    Long.toString(load.rows),
                    seconds(load.published),
                    seconds(load.visible),
                    Long.toString(load.rows * 1000 / Math.max(1, load.visible.toMillis()))));
        }
        return table;
    }

    private static String seconds(Duration duration) {
        return MarkdownTable.number(duration.toMillis() / 1000.0, 1);
    }
}
