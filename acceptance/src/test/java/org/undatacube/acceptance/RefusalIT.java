package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RawUpload;
import org.undatacube.acceptance.suite.RunningSuite;

/** What cannot be taken is refused with a document that says where and what would be right; nothing of it is stored. */
class RefusalIT {
    private static final String TARGET = "/api/v1/submissions";
    private static final String CSV_TARGET = TARGET + "?entity=FAO&flow=expense&year=";
    private static final long SIX_HUNDRED_MEGABYTES = 600_000_000;

    private static Gateway fao;

    private long storedBefore;

    @BeforeAll
    static void makeKey() {
        fao = RunningSuite.get().holderOf("preparer", "FAO");
    }

    @BeforeEach
    void count() {
        storedBefore = stored();
    }

    @AfterEach
    void nothingIsStored() {
        assertEquals(storedBefore, stored());
    }

    @ParameterizedTest(name = "{0}: {1} in row {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // rule              | field    | row | the row                | a part of what would be right
                "UNKNOWN-CODE        | sdg      | 3   | 5.99,ML,10.00          | /api/v1/code-lists/sdgs",
                "UNKNOWN-CODE        | sdg      | 3   | 5.11,ML,10.00          | 5.1",
                "UNKNOWN-CODE        | location | 3   | 5.1,XX,10.00           | ",
                "FIELD-MISSING       | amount   | 3   | 5.1,ML,                | ",
                "AMOUNT-NOT-A-NUMBER | amount   | 3   | 5.1,ML,ten             | ",
            })
    void namesRowAndFieldOfABadLine(String rule, String field, int row, String line, String expected) {
        Answer answer = fao.postCsv(CSV_TARGET + 2024, "sdg,location,amount\n5.1,ML,1.00\n" + line + "\n");

        answer.problem(422, "submission-rejected");
        JsonNode finding = answer.finding(rule).orElseThrow(() -> new AssertionError(answer));
        assertEquals(field, finding.get("field").asText());
        assertEquals(row, finding.get("row").asInt());
        assertEquals("reject", finding.get("severity").asText());
        assertTrue(finding.path("expected").asText().contains(expected == null ? "" : expected), answer::toString);
    }

    @Test
    void namesThePlaceOfABadLineInJson() {
        Answer answer = fao.postJson(TARGET, """
                {"entity":"FAO","year":2024,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
                 {"sdg":"5","amount":"1.00"},{"sdg":"5.99","amount":"1.00"}]}]}""");

        answer.problem(422, "submission-rejected");
        assertEquals(
                "/breakdowns/0/lines/1/sdg",
                answer.finding("UNKNOWN-CODE").orElseThrow().get("pointer").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "2999", "24", "last"})
    void refusesAYearThatCannotBeReported(String year) {
        Answer answer = fao.postCsv(CSV_TARGET + year, "sdg,amount\n5.1,1.00\n");

        answer.problem(422, "submission-rejected");
        JsonNode finding = answer.finding("YEAR-INVALID").orElseThrow(() -> new AssertionError(answer));
        assertEquals("year", finding.get("field").asText());
        assertTrue(finding.get("expected").asText().contains("2011"), answer::toString);
    }

    @Test
    void refusesTenBytesThatAreNoJson() {
        JsonNode problem = fao.postJson(TARGET, "0123456789").problem(400, "malformed-body");

        assertTrue(problem.get("detail").asText().contains("line 1"), problem::toString);
    }

    @Test
    void refusesTenBytesThatAreNoLines() {
        fao.postCsv(CSV_TARGET + 2024, "0123456789").problem(422, "submission-rejected");
    }

    @ParameterizedTest(name = "Content-Length declared: {0}")
    @ValueSource(booleans = {true, false})
    void refusesABodyOf600Megabytes(boolean declared) throws IOException {
        RunningSuite suite = RunningSuite.get();
        RawUpload upload = new RawUpload(suite.anybody().address(), suite.administratorKey());

        JsonNode problem =
                upload.post(CSV_TARGET + 2024, SIX_HUNDRED_MEGABYTES, declared).problem(413, "body-too-large");

        assertTrue(problem.get("limit").asLong() < SIX_HUNDRED_MEGABYTES, problem::toString);
    }

    @Test
    void refusesAWriteWithoutAKeyOrWithAWrongOne() {
        String body = "sdg,amount\n5.1,1.00\n";

        fao.withoutKey().postCsv(CSV_TARGET + 2024, body).problem(401, "unauthenticated");
        fao.withKey("udc_00000000_00000000000000000000000000000000000000")
                .postCsv(CSV_TARGET + 2024, body)
                .problem(401, "unauthenticated");
        fao.withKey("secret").postCsv(CSV_TARGET + 2024, body).problem(401, "unauthenticated");
    }

    @Test
    void refusesAnotherAgencysFigures() {
        JsonNode problem = fao.postCsv(TARGET + "?entity=WFP&flow=expense&year=2024", "sdg,amount\n5.1,1.00\n")
                .problem(403, "forbidden");

        assertTrue(problem.get("detail").asText().contains("WFP"), problem::toString);
    }

    /** All submissions of all entities, page by page. */
    private static long stored() {
        Gateway administrator = RunningSuite.get().administrator();
        long count = 0;
        JsonNode page = administrator.get(TARGET + "?limit=200").require(200);
        count += page.get("submissions").size();
        while (page.hasNonNull("next")) {
            page = administrator
                    .get(TARGET + "?limit=200&cursor=" + page.get("next").asText())
                    .require(200);
            count += page.get("submissions").size();
        }
        return count;
    }
}
