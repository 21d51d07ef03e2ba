package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.aggregation.query.Mutations;
import org.undatacube.aggregation.query.ParameterNames;

/** Whatever is sent, the answer is an answer or a problem that says what is wrong; never a fault. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class HostileQuestionsTest {
    private static final int SEEDS = 6;
    private static final int CASES = 200;

    private static final List<String> ATTACKS = List.of(
            "' or 1=1 --",
            "amount'; drop table live; --",
            "sdg.goal\"; drop table live; --",
            "1); delete from live where (1=1",
            "year\r\nX-Injected: yes",
            "year\u0000",
            "%00",
            "\u0000",
            "$${jndi:ldap://127.0.0.1/x}",
            "${java.version}",
            "#{1+1}",
            "{{7*7}}",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "\u202eyear\u2066",
            "\ufeffyear",
            "y\u200bear",
            "\ud83d\udca9",
            "x".repeat(2_000),
            "sdg:" + ";".repeat(500),
            "!".repeat(500),
            "|||||",
            ",,,,,",
            ":::::",
            ".....",
            "-");

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    static List<String> parameters() {
        return Stream.concat(
                        ParameterNames.OF_A_QUESTION.stream(),
                        Stream.of(
                                ParameterNames.EDITION,
                                ParameterNames.AS_OF,
                                ParameterNames.GAPS,
                                ParameterNames.FORMAT))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void takesNoAttackInAnAddress(String parameter) {
        for (String attack : ATTACKS) {
            Requests.Answer answer = Requests.get(Map.of(parameter, attack));
            assertRefusal(answer, parameter, attack);
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void takesNoAttackInABody(String parameter) {
        for (String attack : Stream.concat(ATTACKS.stream(), Stream.of("\ud800", "year\udc00"))
                .toList()) {
            Requests.Answer answer = Requests.ask("POST", "{\"" + parameter + "\":" + quoted(attack) + "}");
            assertRefusal(answer, parameter, attack);
            assertEquals(
                    "/" + parameter,
                    answer.json().getString("pointer"),
                    answer.response().body());
        }
    }

    @Test
    void takesNoAttackAsANameOrAsAPartOfACut() {
        for (String attack : ATTACKS) {
            assertEquals(400, Requests.get(Map.of(attack, "x")).status());
            String text = quoted(attack);
            for (String body : List.of(
                    "{" + text + ":1}",
                    "{\"cut\":[{" + text + ":1}]}",
                    "{\"cut\":[{\"dimension\":" + text + ",\"members\":[\"5\"]}]}",
                    "{\"cut\":[{\"dimension\":\"sdg\",\"level\":" + text + ",\"members\":[\"5\"]}]}",
                    "{\"cut\":[{\"dimension\":\"location\",\"hierarchy\":" + text + ",\"members\":[\"LDC\"]}]}",
                    "{\"cut\":[{\"dimension\":\"sdg\",\"members\":[" + text + "]}]}",
                    "{\"cut\":[{\"dimension\":\"year\",\"members\":[" + text + "]}]}",
                    "{\"measures\":[" + text + "]}")) {
                Requests.Answer answer = Requests.ask("QUERY", body);
                assertEquals(400, answer.status(), body);
                assertEquals("application/problem+json", answer.header("Content-Type"), body);
            }
        }
        LiveService.awaitTotal("507.00");
    }

    @Test
    void refusesACutOfTenThousandCodes() {
        String codes = IntStream.range(0, 10_000).mapToObj(number -> "5").collect(Collectors.joining("\",\""));
        Requests.Answer answer =
                Requests.ask("POST", "{\"cut\":[{\"dimension\":\"sdg\",\"members\":[\"" + codes + "\"]}]}");
        assertEquals(400, answer.status());
        assertEquals("at most 1000 codes", answer.json().getString("expected"));
        assertEquals(
                400,
                Requests.ask("POST", "{\"cut\":\"sdg:" + "5;".repeat(9_999) + "5\"}")
                        .status());
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
            Requests.Answer answer;
            String what;
            if (random.nextBoolean()) {
                Map<String, String> parameters = Mutations.mutateOne(Mutations.WHOLE_LANGUAGE, random);
                what = "seed " + seed + ": " + parameters;
                answer = Requests.get(parameters);
            } else {
                String body = Mutations.mutate(Mutations.JSON, random);
                what = "seed " + seed + ": " + body;
                answer = Requests.ask(random.nextBoolean() ? "POST" : "QUERY", body);
            }
            if (answer.status() == 200) {
                answered++;
            } else {
                assertTrue(
                        answer.status() >= 400 && answer.status() < 500,
                        what + " " + answer.response().body());
                assertEquals("application/problem+json", answer.header("Content-Type"), what);
            }
        }
        assertTrue(answered > 0, "seed " + seed + ": none of " + CASES + " questions was answered");
    }

    private static void assertRefusal(Requests.Answer answer, String parameter, String attack) {
        String what = parameter + "=" + attack + ": " + answer.response().body();
        assertEquals(400, answer.status(), what);
        assertEquals("application/problem+json", answer.header("Content-Type"), what);
        assertEquals(parameter, answer.json().getString("parameter"), what);
        assertTrue(answer.json().getString("detail").length() < 2_500, what);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(character -> quoted.append(
                        Character.isSurrogate((char) character)
                                ? "\\u%04x".formatted(character)
                                : new String(JsonStringEncoder.getInstance()
                                        .quoteAsString(Character.toString((char) character)))));
        return quoted.append('"').toString();
    }
}
