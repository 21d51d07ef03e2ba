package org.undatacube.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.benchmarks.http.Latencies;

/**
 * The known questions. Before each round an edition is published that changes no figure, so that the service has no
 * answer ready; it is asked twice, that what it keeps is seen too.
 */
final class KnownRace {
    private static final int WARM_UPS = 3;
    private static final int MEASURED = 7;
    private static final String NOT_ANSWERED = "not answered";

    private final List<Contestant> bare;
    private final ServiceContestant service;
    private final Map<KnownQuestion, Result> results = new LinkedHashMap<>();

    /** Makes every answer that is kept an old one. */
    interface Renewal {
        void renew() throws Exception;
    }

    private static final class Result {
        private final Latencies first = new Latencies();
        private final Latencies again = new Latencies();
        private final List<Latencies> bare;
        private int cells;
        private boolean agrees = true;
        private boolean isAnswered = true;

        Result(List<Contestant> bare) {
            this.bare = bare.stream().map(contestant -> new Latencies()).toList();
        }
    }

    private KnownRace(List<Contestant> bare, ServiceContestant service) {
        this.bare = bare;
        this.service = service;
    }

    /** @param bare DuckDB and PostgreSQL, or none */
    static KnownRace of(
            List<KnownQuestion> questions, List<Contestant> bare, ServiceContestant service, Renewal renewal)
            throws Exception {
        KnownRace race = new KnownRace(bare, service);
        for (int round = 0; round < WARM_UPS + MEASURED; round++) {
            renewal.renew();
            for (KnownQuestion question : questions) {
                Result result = race.results.computeIfAbsent(question, first -> new Result(bare));
                race.run(result, question.question(), round >= WARM_UPS);
            }
        }
        return race;
    }

    private void run(Result result, CubeQuestion question, boolean isMeasured) throws Exception {
        List<Map<String, BigDecimal>> answers = new ArrayList<>();
        for (int number = 0; number < bare.size(); number++) {
            answers.add(ask(bare.get(number), question, isMeasured ? result.bare.get(number) : new Latencies()));
        }
        try {
            answers.add(ask(service, question, isMeasured ? result.first : new Latencies()));
            answers.add(ask(service, question, isMeasured ? result.again : new Latencies()));
        } catch (ServiceContestant.NotAnswered e) {
            result.isAnswered = false;
        }
        for (Map<String, BigDecimal> cells : answers) {
            result.cells = cells.size();
            result.agrees &= cells.equals(answers.get(0));
        }
    }

    private static Map<String, BigDecimal> ask(Contestant contestant, CubeQuestion question, Latencies times)
            throws Exception {
        long begin = System.nanoTime();
        Contestant.Answer answer = contestant.ask(question);
        times.add(System.nanoTime() - begin);
        return answer.cells();
    }

    /** Medians in milliseconds. */
    MarkdownTable table() {
        List<String> titles = new ArrayList<>(List.of(
                "question",
                "cells",
                "aggregation, asked first, ms",
                "wanted, less than",
                "aggregation, asked again, ms"));
        bare.forEach(contestant -> titles.add(contestant.name() + ", ms"));
        titles.add("same sums");
        MarkdownTable table = new MarkdownTable(titles.toArray(String[]::new));
        results.forEach((question, result) -> {
            List<String> cells = new ArrayList<>(List.of(
                    question.title(),
                    Integer.toString(result.cells),
                    median(result.first),
                    Integer.toString(question.wantedMillis()),
                    median(result.again)));
            result.bare.forEach(times -> cells.add(median(times)));
            cells.add(result.isAnswered ? same(result) : NOT_ANSWERED);
            table.add(cells);
        });
        return table;
    }

    private static String same(Result result) {
        return result.agrees ? "yes" : "NO";
    }

    private static String median(Latencies times) {
        return times.count() == 0 ? NOT_ANSWERED : MarkdownTable.number(times.percentile(50), 2);
    }
}
