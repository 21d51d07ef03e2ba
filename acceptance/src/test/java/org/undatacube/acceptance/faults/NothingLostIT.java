package org.undatacube.acceptance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.faults.Ledger.Publication;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/**
 * Agencies report hundreds of times while every process of the suite is killed again and again. What was acknowledged is
 * there exactly once, and what is there was acknowledged.
 */
class NothingLostIT {
    private static final long SEED = 20_260_401;
    private static final int ROUNDS_OF_KILLS = 2;
    private static final int FEWEST_REPORTS = 300;
    private static final int EDITIONS_ASKED = 25;
    private static final List<String> ENTITIES = List.of("UNDP", "UNICEF", "WFP", "UNHCR");

    private static RunningSuite suite;
    private static Gateway administrator;
    private static List<Publication> acknowledged;

    @BeforeAll
    static void reportWhileProcessesAreKilled() throws Exception {
        suite = RunningSuite.another();
        administrator = suite.administrator();
        Ledger ledger = new Ledger();
        AtomicBoolean killing = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(ENTITIES.size());
        try {
            List<Future<?>> reporting = new ArrayList<>();
            for (int index = 0; index < ENTITIES.size(); index++) {
                Agency agency = new Agency(ENTITIES.get(index), suite, ledger, SEED + index);
                reporting.add(threads.submit(() -> agency.reportWhile(
                        () -> killing.get() || ledger.publications().size() < FEWEST_REPORTS)));
            }
            try {
                new Faults(suite, ledger, SEED).run(ROUNDS_OF_KILLS);
            } finally {
                killing.set(false);
            }
            for (Future<?> agency : reporting) {
                agency.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        acknowledged = ledger.publications();
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void hasEverySubmissionThatWasAcknowledgedAndNoOther() {
        assertTrue(acknowledged.size() >= FEWEST_REPORTS);

        Set<String> stored = new HashSet<>();
        String page = "/api/v1/submissions?limit=200";
        for (String next = page; next != null; ) {
            JsonNode answer = administrator.get(next).require(200);
            answer.get("submissions")
                    .forEach(submission -> stored.add(submission.get("id").asText()));
            next = answer.path("next").isTextual()
                    ? page + "&cursor=" + answer.get("next").asText()
                    : null;
        }

        assertEquals(ids(acknowledged), stored);
        assertEquals(acknowledged.size(), stored.size());
    }

    @Test
    void hasEveryLineExactlyOnceDigitForDigit() {
        for (Publication publication : acknowledged) {
            JsonNode lines = suite.anybody()
                    .get("/api/v1/submissions/" + publication.id() + "/lines")
                    .require(200)
                    .get("lines");
            List<Map<String, String>> stored = new ArrayList<>();
            lines.forEach(line -> stored.add(Map.of(
                    "function", line.get("function").asText(),
                    "amount", line.get("amount").asText(),
                    "lineId", line.get("lineId").asText())));
            assertEquals(publication.report().lines(), stored, publication::id);
        }
    }

    @Test
    void hasEveryEditionWholeAndEachSubmissionInOne() {
        Map<Long, Set<String>> promised = new TreeMap<>(Comparator.reverseOrder());
        acknowledged.forEach(publication -> promised.merge(publication.edition(), Set.of(publication.id()), (a, b) -> {
            throw new AssertionError("two requests were told of edition " + publication.edition());
        }));
        Map<Long, Set<String>> stored = new TreeMap<>(Comparator.reverseOrder());
        String page = "/api/v1/editions?limit=200";
        for (String next = page; next != null; ) {
            JsonNode answer = suite.anybody().get(next).require(200);
            answer.get("editions").forEach(edition -> {
                Set<String> submissions = new HashSet<>();
                edition.get("submissions").forEach(id -> submissions.add(id.asText()));
                stored.put(edition.get("edition").asLong(), submissions);
            });
            next = answer.path("next").isNumber()
                    ? page + "&cursor=" + answer.get("next").asText()
                    : null;
        }

        assertEquals(promised, stored);
        assertEquals(
                LongStream.rangeClosed(1, promised.size()).boxed().toList(),
                stored.keySet().stream().sorted().toList());
    }

    @Test
    void answersEachEditionWithWhatWasPublishedByThen() {
        long last = acknowledged.stream().mapToLong(Publication::edition).max().orElseThrow();
        Await.until("the cubes follow edition " + last, () -> answer(last).status() == 200);

        long step = Math.max(1, last / EDITIONS_ASKED);
        for (long edition = last; edition > 0; edition -= step) {
            assertEquals(publishedBy(edition), cells(edition), "edition " + edition);
        }
    }

    @Test
    void hasAnUnbrokenAuditTrailWithEveryStepOnce() {
        JsonNode trail = administrator.get("/api/v1/audit/verify").require(200);
        assertTrue(trail.get("whole").asBoolean(), trail::toString);

        for (Publication publication : acknowledged) {
            Map<String, Integer> steps = new HashMap<>();
            administrator
                    .get("/api/v1/submissions/" + publication.id() + "/history")
                    .require(200)
                    .get("steps")
                    .forEach(step -> steps.merge(step.get("action").asText(), 1, Integer::sum));
            for (String action : List.of("created", "validated", "certified", "published")) {
                assertEquals(1, steps.get(action), publication.id() + ": " + steps);
            }
        }
    }

    private static Set<String> ids(List<Publication> publications) {
        Set<String> ids = new HashSet<>();
        publications.forEach(publication -> ids.add(publication.id()));
        return ids;
    }

    /** By entity and year: the last report that an edition had. */
    private static Map<String, BigDecimal> publishedBy(long edition) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        acknowledged.stream()
                .filter(publication -> publication.edition() <= edition)
                .sorted(Comparator.comparingLong(Publication::edition))
                .forEach(publication -> totals.put(
                        publication.report().entity() + " "
                                + publication.report().year(),
                        publication.report().total().stripTrailingZeros()));
        return totals;
    }

    private static Map<String, BigDecimal> cells(long edition) {
        Map<String, BigDecimal> cells = new TreeMap<>();
        answer(edition)
                .require(200)
                .get("cells")
                .forEach(cell -> cells.put(
                        cell.at("/entity.entity/code").asText() + " "
                                + cell.get("year").asText(),
                        new BigDecimal(cell.get("amount").asText()).stripTrailingZeros()));
        return cells;
    }

    private static Answer answer(long edition) {
        return suite.anybody().get("/api/v1/cubes/expense/aggregate?drilldown=entity.entity,year&edition=" + edition);
    }
}
