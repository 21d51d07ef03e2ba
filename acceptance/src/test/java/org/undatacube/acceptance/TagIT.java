package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** An answer's tag stands for what the question is about, and for nothing else. */
class TagIT {
    /** Neither the sample nor CEB's files have it; other tests do, so nothing may be said of all its entities. */
    private static final int YEAR = 2026;

    private static final String QUESTION =
            "/api/v1/cubes/expense/aggregate?drilldown=function.function&gaps=true&cut=entity:UNDP%7Cyear:" + YEAR;

    private final Gateway administrator = RunningSuite.get().administrator();
    private final Gateway gateway = RunningSuite.get().anybody();

    @Test
    void changesWithTheFiguresAskedForAndNotWithOthers() {
        publish("UNDP", "100.00");
        publish("WFP", "7.00");
        Answer before = gateway.get(QUESTION);
        assertEquals("100.00", before.require(200).at("/total/amount").asText());
        assertEquals(304, gateway.getIfChanged(QUESTION, before.tag()).status());

        publish("WFP", "8.00");

        assertEquals(before, gateway.get(QUESTION));
        Answer unchanged = gateway.getIfChanged(QUESTION, before.tag());
        assertEquals(304, unchanged.status(), unchanged::toString);
        assertEquals(before.tag(), unchanged.tag());
        assertEquals("", unchanged.body());

        publish("UNDP", "200.00");

        Answer after = gateway.getIfChanged(QUESTION, before.tag());
        assertEquals("200.00", after.require(200).at("/total/amount").asText());
        assertNotEquals(before.tag(), after.tag());
        assertEquals(304, gateway.getIfChanged(QUESTION, after.tag()).status());
    }

    private void publish(String entity, String amount) {
        Map<String, ?> submission = Map.of(
                "entity",
                entity,
                "year",
                YEAR,
                "flow",
                "expense",
                "source",
                "made up",
                "breakdowns",
                List.of(Map.of(
                        "dimensions", List.of("function"),
                        "lines", List.of(Map.of("function", "E02", "amount", amount)))));
        administrator.publish(List.of(administrator
                .postJson("/api/v1/submissions", submission)
                .require(201)
                .get("id")
                .asText()));
    }
}
