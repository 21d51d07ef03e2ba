package org.undatacube.aggregation.profile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.indicator.RandomReports;
import org.undatacube.aggregation.published.IndicatorLists;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

/** Profiles of random reports, beside what they are computed line by line. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class RandomProfilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> SUBJECTS = Map.of(
            "entity", List.of("UNDP", "WFP", "UN", "UN Tourism", "UN-UNRISD", "FUND-PROGRAMME"),
            "country", List.of("ML", "EG", "NA", "2", "202", "G&I"),
            "sdg", List.of("1", "5", "5.1", "X00"),
            "contributor", List.of("SWE", "EVIL", "C01", "POOL"));
    private static final Map<String, String> DIMENSIONS =
            Map.of("entity", "entity", "country", "location", "sdg", "sdg", "contributor", "contributor");

    Upstream upstream;

    static LongStream seeds() {
        return Seeds.of(2);
    }

    @BeforeEach
    void serveTheLists() {
        IndicatorLists.serve(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
        IndicatorLists.restore(upstream);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWhatTheReportsSay(long seed) throws IOException {
        RandomReports reports = new RandomReports(seed);
        Published published = reports.published();
        upstream.serve(published);
        LiveService.awaitHistory(published);
        ProfileOracle oracle = new ProfileOracle(reports.reports());
        int blocks = 0;
        for (Map.Entry<String, List<String>> kind : SUBJECTS.entrySet()) {
            for (String code : kind.getValue()) {
                for (int year = 2017; year <= 2022; year++) {
                    JsonNode profile = JSON.readTree(
                            given().get("/api/v1/profiles/" + kind.getKey() + "/" + code + "?year=" + year)
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .asByteArray());
                    for (JsonNode cube : profile.get("cubes")) {
                        blocks += new Compared(oracle, DIMENSIONS.get(kind.getKey()), code, year, cube).require();
                    }
                }
            }
        }
        assertTrue(blocks > 300, blocks + " blocks had anything");
    }

    /** One cube's part of a profile. */
    private record Compared(ProfileOracle oracle, String dimension, String code, int year, JsonNode cube) {
        /** How many blocks had anything. */
        private int require() {
            Flow flow = Flow.of(cube.get("cube").asText());
            String level = ProfileOracle.level(dimension, code);
            Map<String, BigDecimal> beside = oracle.amounts(flow, year, dimension, null, dimension, level);
            JsonNode figures = cube.get("figures");
            if (beside.containsKey(code)) {
                assertEquals(text(beside.get(code)), text(figures.get("amount")), this::place);
                assertEquals(text(ProfileOracle.share(beside, code)), text(figures.get("share")), this::place);
            } else {
                assertTrue(
                        figures.get("amount").isNull() || figures.get("lines").asInt() == 0, this::place);
            }
            beside.keySet()
                    .removeIf(other -> !ProfileOracle.level(dimension, other).equals(level));
            JsonNode rank = cube.get("ranks").get(0);
            Integer expected = ProfileOracle.rank(beside, code);
            assertEquals(
                    expected == null ? "null" : expected.toString(),
                    rank.get("rank").asText(),
                    this::place);
            assertEquals(beside.size(), rank.get("of").asInt(), this::place);

            assertEquals(
                    texts(oracle.amounts(flow, null, dimension, code, null, null)),
                    texts(cube.get("trend").get("years"), "year"),
                    this::place);
            int blocks = 2;
            for (JsonNode mix : cube.get("mixes")) {
                String by = mix.get("dimension").asText();
                Map<String, BigDecimal> amounts = oracle.amounts(
                        flow, year, dimension, code, by, mix.get("level").asText());
                assertEquals(texts(amounts), texts(mix.get("parts"), "code"), () -> place() + " by " + by);
                blocks += amounts.isEmpty() ? 0 : 1;
            }
            return blocks;
        }

        private String place() {
            return dimension + " " + code + " " + year + " " + cube.get("cube").asText();
        }

        private static Map<String, String> texts(Map<String, BigDecimal> amounts) {
            Map<String, String> texts = new TreeMap<>();
            amounts.forEach((key, amount) -> texts.put(key, text(amount)));
            return texts;
        }

        private static Map<String, String> texts(JsonNode parts, String key) {
            Map<String, String> texts = new TreeMap<>();
            parts.forEach(part -> texts.put(part.get(key).asText(), text(part.get("amount"))));
            return texts;
        }

        private static String text(JsonNode number) {
            return number.isNull() ? "null" : text(new BigDecimal(number.asText()));
        }

        private static String text(BigDecimal number) {
            return Objects.toString(
                    number == null ? null : number.stripTrailingZeros().toPlainString());
        }
    }
}
