package org.undatacube.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.benchmarks.feed.MadeUpFeed;
import org.undatacube.benchmarks.http.Latencies;

/** How fast the service fills its store, at first and anew from a feed with another history, and how it answers meanwhile. */
final class Rebuilding {
    private static final String CUBE = "expense";
    private static final long MOST_READ = 1_000_000;
    private static final int QUESTIONS = 200;
    private static final int MOST_CELLS = 1_000;
    private static final Duration BETWEEN = Duration.ofMillis(20);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int WANTED = 500_000;

    private final Suite suite;
    private final MadeUpFeed feed;
    private final long lines;
    private final List<Rate> rates = new ArrayList<>();
    private final MarkdownTable answers =
            new MarkdownTable("questions", "answered", "median, ms", "p99, ms", "slowest, ms", "refused");

    private record Rate(String what, long lines, long nanos, String wanted) {}

    Rebuilding(Suite suite, MadeUpFeed feed, long lines) {
        this.suite = suite;
        this.feed = feed;
        this.lines = lines;
    }

    /** Reads from the feed as a reader could that does nothing with it: the rate that no service can pass. */
    void readToNowhere(long linesInFirst) throws IOException {
        URL first = URI.create("http://127.0.0.1:" + suite.port(Suite.CONTRIBUTIONS) + "/feed/editions/1/lines")
                .toURL();
        long times = 1 + MOST_READ / linesInFirst;
        read(first, times);
        long begin = System.nanoTime();
        read(first, times);
        rates.add(new Rate("the feed, read to nowhere", times * linesInFirst, System.nanoTime() - begin, ""));
    }

    private static void read(URL address, long times) throws IOException {
        for (long time = 0; time < times; time++) {
            try (InputStream stream = address.openStream()) {
                stream.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** Starts the service on an empty store. */
    void fill() throws IOException, InterruptedException {
        Process starting = suite.startOnly(Suite.AGGREGATION);
        Suite.await(() -> isFilled(starting));
        rates.add(new Rate("first fill", lines, System.nanoTime() - feed.begunAt(), ">= " + WANTED));
        suite.requireSuccess(starting, Suite.AGGREGATION);
    }

    private boolean isFilled(Process starting) throws IOException, InterruptedException {
        try {
            return suite.shownEdition(CUBE) >= feed.last();
        } catch (IOException notYet) {
            if (!starting.isAlive()) {
                throw notYet;
            }
            return false;
        }
    }

    /** Asks until all answers are from the new store. */
    void rebuild(RandomQuestions questions, ServiceContestant service) throws IOException, InterruptedException {
        Answers before = new Answers(questions, service);
        for (int number = 0; number < QUESTIONS; number++) {
            before.ask();
        }
        feed.tellAnotherHistory();
        Answers meanwhile = new Answers(questions, service);
        long end;
        do {
            // a client that thinks between its questions; this is the pace, not a wait for anything
            Thread.sleep(BETWEEN.toMillis());
            meanwhile.ask();
            end = System.nanoTime();
        } while (meanwhile.edition < feed.last());
        rates.add(new Rate("rebuild", lines, end - feed.begunAt(), ">= " + WANTED));
        before.addTo(answers, "before the rebuild");
        meanwhile.addTo(answers, "during the rebuild");
    }

    /** One client with pauses. */
    private static final class Answers {
        private final RandomQuestions questions;
        private final ServiceContestant service;
        private final Latencies times = new Latencies();
        private long edition;
        private int refused;

        Answers(RandomQuestions questions, ServiceContestant service) {
            this.questions = questions;
            this.service = service;
        }

        void ask() throws IOException {
            CubeQuestion question = questions.question(questions.shape(1, 2, MOST_CELLS));
            long begin = System.nanoTime();
            try {
                edition = service.edition(question);
                times.add(System.nanoTime() - begin);
            } catch (ServiceContestant.NotAnswered e) {
                refused++;
            }
        }

        void addTo(MarkdownTable table, String when) {
            table.add(List.of(
                    when,
                    Integer.toString(times.count()),
                    MarkdownTable.number(times.percentile(50), 2),
                    MarkdownTable.number(times.percentile(99), 2),
                    MarkdownTable.number(times.percentile(100), 2),
                    Integer.toString(refused)));
        }
    }

    MarkdownTable rates() {
        MarkdownTable table = new MarkdownTable("what", "lines", "s", "lines a second", "wanted");
        for (Rate rate : rates) {
            double seconds = rate.nanos / NANOS_PER_SECOND;
            table.add(List.of(
                    rate.what,
                    Long.toString(rate.lines),
                    MarkdownTable.number(seconds, 2),
                    MarkdownTable.number(rate.lines / seconds, 0),
                    rate.wanted));
        }
        return table;
    }

    MarkdownTable answers() {
        return answers;
    }
}
