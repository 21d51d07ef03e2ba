package org.undatacube.aggregation.sdmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Whatever is sent, the answer is data or says what is wrong; never a fault. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class HostileQueriesTest {
    private static final int SEEDS = 6;
    private static final int CASES = 60;

    private static final List<String> ATTACKS = List.of(
            "' or 1=1 --",
            "1); delete from live where (1=1",
            "%00",
            "\u0000",
            "$",
            "$2",
            "$zz",
            "$2E",
            "$FF",
            "_T_T",
            "${java.version}",
            "../../etc/passwd",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "=cmd|' /C calc'!A0",
            "\u202eA\u2066",
            "\ud83d\udca9",
            "x".repeat(2_000),
            ".".repeat(500),
            "+".repeat(500),
            ",".repeat(500),
            "*".repeat(500),
            "A.".repeat(8) + "A",
            "9".repeat(400),
            "-");

    private static final String PIECES = "AUNDPT_0123456789$@.+,*-:[]=%20ge;|~";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void takesNoAttackAnywhere() {
        for (String attack : ATTACKS) {
            String encoded = URLEncoder.encode(attack, StandardCharsets.UTF_8).replace("+", "%20");
            for (String address : List.of(
                    Sdmx.V21 + "data/" + encoded,
                    Sdmx.V21 + "data/EXPENSE/" + encoded,
                    Sdmx.V21 + "data/EXPENSE/all/" + encoded,
                    Sdmx.V21 + "data/UNDATACUBE,EXPENSE," + encoded,
                    Sdmx.V21 + "data/EXPENSE?startPeriod=" + encoded,
                    Sdmx.V21 + "data/EXPENSE?updatedAfter=" + encoded,
                    Sdmx.V21 + "data/EXPENSE?format=" + encoded,
                    Sdmx.V21 + "data/EXPENSE?" + encoded + "=x",
                    Sdmx.V21 + "availableconstraint/EXPENSE/all/all/" + encoded,
                    Sdmx.V30 + "data/" + encoded,
                    Sdmx.V30 + "data/dataflow/" + encoded + "/EXPENSE",
                    Sdmx.V30 + "data/dataflow/*/EXPENSE/" + encoded,
                    Sdmx.EXPENSE_30 + encoded,
                    Sdmx.EXPENSE_30 + "A?c[SDG]=" + encoded,
                    Sdmx.EXPENSE_30 + "A?c[TIME_PERIOD]=" + encoded,
                    Sdmx.EXPENSE_30 + "A?c[OBS_VALUE]=" + encoded,
                    Sdmx.EXPENSE_30 + "A?c[" + encoded + "]=5",
                    Sdmx.EXPENSE_30 + "A?attributes=" + encoded + "&format=sdmx-2.1")) {
                assertNoFault(Sdmx.get(address), address);
            }
        }
        LiveService.awaitTotal("507.00");
    }

    static LongStream seeds() {
        return Seeds.of(SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersOrRefusesWhateverIsMisspelt(long seed) {
        Random random = new Random(seed);
        int answered = 0;
        for (int number = 0; number < CASES; number++) {
            StringBuilder key =
                    new StringBuilder(random.nextBoolean() ? "A.UNDP+WFP.E01.466+002._T.5+5_1._T._T" : "A.._T...._T.");
            StringBuilder filter = new StringBuilder("ge:2020+le:2024");
            mutate(random.nextBoolean() ? key : filter, random);
            String address = random.nextBoolean()
                    ? Sdmx.V21 + "data/EXPENSE/" + encoded(key) + "?format=sdmx-csv"
                    : Sdmx.EXPENSE_30 + encoded(key) + "?c[TIME_PERIOD]=" + encoded(filter) + "&format=sdmx-csv";
            Response response = Sdmx.get(address);
            assertNoFault(response, "seed " + seed + ": " + address);
            answered += response.statusCode() == 200 ? 1 : 0;
        }
        assertTrue(answered > 0, "seed " + seed + ": none of " + CASES + " queries was answered");
    }

    private static void mutate(StringBuilder text, Random random) {
        int place = random.nextInt(text.length());
        char piece = PIECES.charAt(random.nextInt(PIECES.length()));
        switch (random.nextInt(3)) {
            case 0 -> text.setCharAt(place, piece);
            case 1 -> text.insert(place, piece);
            default -> text.deleteCharAt(place);
        }
    }

    private static String encoded(CharSequence text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    private static void assertNoFault(Response response, String what) {
        int status = response.statusCode();
        assertTrue(
                status == 200 || status == 501 || (status >= 400 && status < 500),
                () -> what + " " + status + " " + response.asString());
        if (status != 200) {
            assertTrue(
                    List.of("application/problem+json", "application/xml", DataResource.SPECIFIC_2_1)
                            .contains(response.contentType()),
                    () -> what + " " + response.contentType());
            assertTrue(response.asString().length() < 6_000, () -> what + " " + response.asString());
        } else {
            assertEquals(true, response.asString().length() > 0, what);
        }
    }
}
