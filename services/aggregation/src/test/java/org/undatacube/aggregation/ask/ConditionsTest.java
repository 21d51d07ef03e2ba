package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** When an answer is given again, and how long it may be kept. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class ConditionsTest {
    private static final String QUESTION = LiveService.EXPENSE + "?drilldown=sdg.goal";
    private static final String BODY = "{\"drilldown\": \"sdg.goal\"}";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"GET TAG", "GET W/TAG", "GET \"other\",W/TAG", "GET *", "QUERY TAG", "QUERY W/TAG", "QUERY *"})
    void givesNoAnswerAgainThatStillStands(String method, String conditionWithoutTag) {
        String tag = send(method).header("ETag");

        Requests.Answer answer = send(method, "If-None-Match", conditionWithoutTag.replace("TAG", tag));

        assertEquals(304, answer.status());
        assertEquals(tag, answer.header("ETag"));
        assertEquals("", answer.response().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "QUERY"})
    void givesAnAnswerThatTheConditionDoesNotName(String method) {
        assertEquals(200, send(method, "If-None-Match", "\"other\"").status());
    }

    @Test
    void heedsAllLinesOfAHeaderAlsoInWhatItKeeps() {
        String question = QUESTION + "&cut=year:2023";
        Requests.send("GET", question, null, null, "Accept-Encoding", "identity;q=0.5", "Accept-Encoding", "gzip");

        Requests.Answer plain = Requests.send("GET", question, null, null, "Accept-Encoding", "identity;q=0.5");

        assertEquals(null, plain.header("Content-Encoding"));
        assertTrue(plain.response().body().startsWith("{"));
    }

    @ParameterizedTest
    @CsvSource({"edition=1,max-age=3600", "edition=0,no-cache", "asOf=2030-12-31,no-cache"})
    void saysHowLongAnAnswerMayBeKept(String past, String caching) {
        assertTrue(Requests.send("GET", QUESTION + "&" + past, null, null)
                .header("Cache-Control")
                .contains(caching));
    }

    private static Requests.Answer send(String method, String... headers) {
        return method.equals("GET")
                ? Requests.send(method, QUESTION, null, null, headers)
                : Requests.send(method, LiveService.EXPENSE, "application/json", BODY, headers);
    }
}
