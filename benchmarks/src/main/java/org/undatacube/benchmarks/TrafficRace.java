package org.undatacube.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.undatacube.benchmarks.http.Request;
import org.undatacube.benchmarks.http.Traffic;

/** How many questions a second are answered, beside an address of the same process that does nothing. */
final class TrafficRace {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UPS = 2;
    private static final int MEASURED = 5;
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String NOTHING = "/q/health/live";
    private static final int MOST_CELLS = 1_000;

    private final Map<Sort, List<Traffic>> runs = new LinkedHashMap<>();

    private record Sort(String what, String wanted, int port, Supplier<Request> requests) {}

    private TrafficRace() {}

    static TrafficRace of(Suite suite, CubeQuestion repeated, RandomQuestions changing) throws IOException {
        int port = suite.port(Suite.AGGREGATION);
        Request nothing = Request.get(port, NOTHING);
        Request same = Request.get(port, repeated.target());
        return race(List.of(
                new Sort("nothing (" + NOTHING + ")", "", port, () -> nothing),
                new Sort("one question again and again", "5000, p99 10", port, () -> same),
                new Sort("never the same question", "1000, p99 30", port, () -> another(port, changing))));
    }

    /**
     * The same questions at the gateway and at the service.
     *
     * @param past an edition before the last one, whose answers hold for a time
     */
    static TrafficRace throughTheGateway(Suite suite, CubeQuestion repeated, long past) throws IOException {
        int gateway = suite.port(Suite.GATEWAY);
        int service = suite.port(Suite.AGGREGATION);
        String present = repeated.target();
        String held = present + "&edition=" + past;
        String wanted = "5000, p99 15; or 0.60 of nothing's rate";
        return race(List.of(
                again("gateway: nothing (" + NOTHING + ")", "", gateway, NOTHING),
                again("gateway: a past edition's answer, which it gives without asking", wanted, gateway, held),
                again("gateway: the present answer, confirmed by the service", wanted, gateway, present),
                again("service: nothing (" + NOTHING + ")", "", service, NOTHING),
                again("service: a past edition's answer", "", service, held),
                again("service: the present answer", "", service, present)));
    }

    private static Sort again(String what, String wanted, int port, String target) {
        Request same = Request.get(port, target);
        return new Sort(what, wanted, port, () -> same);
    }

    private static TrafficRace race(List<Sort> sorts) throws IOException {
        TrafficRace race = new TrafficRace();
        for (int run = 0; run < WARM_UPS + MEASURED; run++) {
            for (Sort sort : sorts) {
                Traffic traffic = Traffic.of(sort.port, CONNECTIONS, TIME, sort.requests);
                if (run >= WARM_UPS) {
                    race.runs.computeIfAbsent(sort, first -> new ArrayList<>()).add(traffic);
                }
            }
        }
        return race;
    }

    /** Lets the service meet questions of all kinds before a single one is timed. */
    static void warmUp(Suite suite, RandomQuestions changing) throws IOException {
        int port = suite.port(Suite.AGGREGATION);
        Traffic.of(port, CONNECTIONS, WARM_UP, () -> another(port, changing));
    }

    private static Request another(int port, RandomQuestions changing) {
        return Request.get(
                port, changing.question(changing.shape(1, 2, MOST_CELLS)).target());
    }

    /** Medians of all runs. */
    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable(
                "asked on " + CONNECTIONS + " connections",
                "answers a second",
                "median, ms",
                "p99, ms",
                "wanted",
                "share of nothing's rate",
                "bytes an answer",
                "processors taken by the client",
                "errors");
        double nothing = median(runs.values().iterator().next(), Traffic::perSecond);
        runs.forEach((sort, measured) -> table.add(List.of(
                sort.what,
                MarkdownTable.number(median(measured, Traffic::perSecond), 0),
                MarkdownTable.number(median(measured, Traffic::median), 2),
                MarkdownTable.number(median(measured, Traffic::p99), 2),
                sort.wanted,
                MarkdownTable.number(median(measured, Traffic::perSecond) / nothing, 2),
                MarkdownTable.number(median(measured, Traffic::bytes), 0),
                MarkdownTable.number(median(measured, Traffic::own), 2),
                Long.toString(measured.stream().mapToLong(Traffic::errors).sum()))));
        return table;
    }

    private static double median(List<Traffic> runs, ToDoubleFunction<Traffic> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
