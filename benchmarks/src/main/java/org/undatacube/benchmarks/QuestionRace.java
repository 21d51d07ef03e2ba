package org.undatacube.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.undatacube.benchmarks.http.Latencies;

/** Random questions, each with other cuts every time, asked of the service and of the bare databases in turn. */
final class QuestionRace {
    private static final int MOST_DRILLDOWNS = 4;
    private static final int MOST_CELLS = 20_000;
    private static final int WARM_UPS = 1;
    private static final int DUCKDB = 0;
    private static final int POSTGRESQL = 1;
    private static final int SERVICE = 2;
    private static final double WANTED_MEDIAN = 0.1;
    private static final double WANTED_SLOWEST = 1.3;

    private final List<Contestant> contestants;
    private final int measured;
    private final List<Result> results = new ArrayList<>();

    /** How one shape went; the service is not answered where it refused it once. */
    private static final class Result {
        private final RandomQuestions.Shape shape;
        private final List<Latencies> times;
        private long cells;
        private boolean agrees = true;
        private boolean isAnswered = true;

        Result(RandomQuestions.Shape shape, int contestants) {
            this.shape = shape;
            this.times = new ArrayList<>();
            for (int contestant = 0; contestant < contestants; contestant++) {
                times.add(new Latencies());
            }
        }

        double median(int contestant) {
            return times.get(contestant).percentile(50);
        }

        double ratio(int other) {
            return median(SERVICE) / median(other);
        }
    }

    private QuestionRace(List<Contestant> contestants, int measured) {
        this.contestants = contestants;
        this.measured = measured;
    }

    /**
     * @param contestants bare DuckDB, bare PostgreSQL and the service
     * @param shapes how many questions are asked
     * @param measured how often each is asked, with other cuts every time, after it was asked once unmeasured
     */
    static QuestionRace of(List<Contestant> contestants, RandomQuestions questions, int shapes, int measured)
            throws Exception {
        QuestionRace race = new QuestionRace(contestants, measured);
        for (int number = 0; number < shapes; number++) {
            RandomQuestions.Shape shape = questions.shape(1, MOST_DRILLDOWNS, MOST_CELLS);
            Result result = new Result(shape, contestants.size());
            for (int run = 0; run < WARM_UPS + measured; run++) {
                race.run(result, questions.question(shape), run >= WARM_UPS);
            }
            race.results.add(result);
        }
        return race;
    }

    private void run(Result result, CubeQuestion question, boolean isMeasured) throws Exception {
        Map<String, BigDecimal> expected = null;
        for (int number = 0; number < contestants.size(); number++) {
            Contestant.Answer answer;
            long begin = System.nanoTime();
            try {
                answer = contestants.get(number).ask(question);
            } catch (ServiceContestant.NotAnswered e) {
                result.isAnswered = false;
                continue;
            }
            long taken = System.nanoTime() - begin;
            if (isMeasured) {
                result.times.get(number).add(taken);
            }
            Map<String, BigDecimal> cells = answer.cells();
            expected = expected == null ? cells : expected;
            result.agrees &= expected.equals(cells);
            result.cells = Math.max(result.cells, cells.size());
        }
    }

    /** Medians in milliseconds. */
    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable(
                "question",
                "most cells",
                "bare DuckDB, ms",
                "bare PostgreSQL, ms",
                "aggregation, ms",
                "aggregation / DuckDB",
                "aggregation / PostgreSQL",
                "same sums");
        for (Result result : results) {
            table.add(List.of(
                    result.shape.title(),
                    Long.toString(result.cells),
                    MarkdownTable.number(result.median(DUCKDB), 2),
                    MarkdownTable.number(result.median(POSTGRESQL), 2),
                    result.isAnswered ? MarkdownTable.number(result.median(SERVICE), 2) : "not answered",
                    result.isAnswered ? MarkdownTable.number(result.ratio(DUCKDB), 2) : "",
                    result.isAnswered ? MarkdownTable.number(result.ratio(POSTGRESQL), 3) : "",
                    result.agrees ? "yes" : "NO"));
        }
        return table;
    }

    MarkdownTable summary() {
        double[] toDuckDb = ratios(DUCKDB);
        double[] toPostgreSql = ratios(POSTGRESQL);
        long agreeing = results.stream().filter(result -> result.agrees).count();
        MarkdownTable table = new MarkdownTable("all questions", "measured", "wanted");
        table.add(List.of("questions, each with " + measured + " different cuts", results.size() + "", ""));
        table.add(List.of("answered by the service", toDuckDb.length + "", results.size() + ""));
        table.add(List.of("with the same sums everywhere", agreeing + "", results.size() + ""));
        if (toDuckDb.length > 0) {
            table.add(List.of("median of aggregation / DuckDB", median(toDuckDb), "at most " + WANTED_MEDIAN));
            table.add(List.of(
                    "most of aggregation / DuckDB",
                    MarkdownTable.number(toDuckDb[toDuckDb.length - 1], 2),
                    "at most " + WANTED_SLOWEST));
            table.add(List.of("median of aggregation / PostgreSQL", median(toPostgreSql), ""));
            table.add(List.of(
                    "most of aggregation / PostgreSQL",
                    MarkdownTable.number(toPostgreSql[toPostgreSql.length - 1], 2),
                    ""));
        }
        return table;
    }

    private double[] ratios(int other) {
        return results.stream()
                .filter(result -> result.isAnswered)
                .flatMapToDouble(result -> DoubleStream.of(result.ratio(other)))
                .sorted()
                .toArray();
    }

    private static String median(double[] sorted) {
        return MarkdownTable.number(sorted[sorted.length / 2], 3);
    }
}
