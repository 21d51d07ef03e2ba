package org.undatacube.loader.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

class DeliveryTest {
    private StandInSuite standIn;

    @BeforeEach
    void start() throws IOException {
        standIn = new StandInSuite("WFP");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void sendsAllAndTellsHowFarItIs() throws Exception {
        List<Integer> progress = new ArrayList<>();

        List<Acknowledgement> taken = delivery("udc_good").send(List.of(body("UNDP"), body("FAO")), progress::add);

        assertEquals(2, taken.size());
        assertEquals(new BigDecimal("1.50"), taken.get(0).total());
        assertEquals(List.of(1, 2), progress);
    }

    @Test
    void sendsTheOthersWhereOneIsRefusedForItsContent() {
        Delivery.Refused refused = assertThrows(
                Delivery.Refused.class,
                () -> delivery("udc_good").send(List.of(body("WFP"), body("UNDP"), body("FAO")), done -> {}));

        assertEquals(3, standIn.requests().size());
        assertEquals("""
                WFP 2024: Submission rejected (422). 1 line is not acceptable.
                    row 117, sdg: 5.99 is no code. Expected: 5.9, 5.a""", refused.refusals().get(0).readable());
    }

    @Test
    void stopsAtOnceWhereTheKeyIsWrong() {
        List<SubmissionBody> many =
                IntStream.range(0, 500).mapToObj(index -> body("UNDP")).toList();

        Delivery.Refused refused =
                assertThrows(Delivery.Refused.class, () -> delivery("udc_bad").send(many, done -> {}));

        assertEquals(
                "UNDP 2024: Credentials needed (401). This needs a valid API key.",
                refused.refusals().get(0).readable());
        assertTrue(standIn.requests().size() < many.size());
    }

    @Test
    void saysThatTheSuiteDoesNotAnswer() {
        Delivery nobody = new Delivery(new Suite(URI.create("http://localhost:1"), "udc_good"), 4);

        Exception failure = assertThrows(IOException.class, () -> nobody.send(List.of(body("UNDP")), done -> {}));

        assertEquals("The suite does not answer at http://localhost:1", failure.getMessage());
    }

    @Test
    void escapesWhatAnAddressCannotHold() throws Exception {
        new Suite(standIn.address(), "udc_good").ask("expense/aggregate?cut=entity:UN Tourism|location:G%26I");

        assertEquals(
                List.of("GET /api/v1/cubes/expense/aggregate?cut=entity:UN%20Tourism%7Clocation:G%26I"),
                standIn.requests());
    }

    @Test
    void writesAmountsWithAllTheirDigits() throws Exception {
        Line line = new Line(
                Dimension.SDG, "5", new BigDecimal("12345678901234.123456789"), null, null, "EXP", "117", null);
        Submission submission = new Submission(
                "UNDP",
                2024,
                Flow.EXPENSE,
                null,
                "made up",
                List.of(new Submission.Breakdown(List.of(Dimension.SDG), List.of(line))));

        assertEquals(Suite.JSON.readTree("""
                        {"entity":"UNDP","year":2024,"flow":"expense","replaces":"breakdowns","source":"made up",
                         "breakdowns":[{"dimensions":["sdg"],"lines":[
                          {"sdg":"5","amount":"12345678901234.123456789","basis":"EXP","lineId":"117"}]}]}"""), Suite.JSON.readTree(Suite.JSON.writeValueAsBytes(submission)));
    }

    private Delivery delivery(String key) {
        return new Delivery(new Suite(standIn.address(), key), 4);
    }

    /** Two lines, from the rows 100 and 117 of a file. */
    private static SubmissionBody body(String entity) {
        Line line = new Line(Dimension.SDG, "5", BigDecimal.ONE, null, null, "EXP", null, null);
        Submission submission = new Submission(
                entity,
                2024,
                Flow.EXPENSE,
                null,
                "made up",
                List.of(new Submission.Breakdown(List.of(Dimension.SDG), List.of(line, line))));
        return SubmissionBody.of(submission, List.of(100L, 117L));
    }
}
