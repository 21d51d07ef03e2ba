package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;

@QuarkusTest
class ImpactTest {
    private static final Client UN = new Client("key-un", Role.PREPARER, "UN");

    @Test
    void isAllThatThereIsBeforeAnythingIsPublished() {
        String id = submit(2011, "submission", """
                {"lines":[{"location":"ML","amount":"10.5"},{"location":"NA","amount":"-0.25"}]}""");

        impact(id)
                .body("controlTotal.before", nullValue())
                .body("controlTotal.after", equalTo("10.25"))
                .body("controlTotal.change", equalTo("10.25"))
                .body("total", equalTo(change(null, "10.25", "10.25")))
                .body("breakdowns.fate", contains("added"))
                .body("breakdowns[0].dimensions", contains("location"))
                .body("breakdowns[0].after.total", equalTo("10.25"))
                .body("coverage.gained", contains(List.of(), List.of("location")))
                .body("coverage.lost", empty())
                .body("byDimension.dimension", contains("entity", "location"))
                .body("byDimension[1].members", equalTo(2))
                .body(
                        "byDimension[1].moves",
                        contains(move("ML", null, "10.50", "10.50"), move("NA", null, "-0.25", "-0.25")));
    }

    @Test
    void saysWhatStaysAndWhatIsReplacedBySupplements() {
        Client.SECRETARIAT.edition(submit(2012, "submission", """
                {"lines":[{"function":"E01","amount":"7"},{"function":"E02","amount":"3"}]},
                {"lines":[{"location":"ML","amount":"6"},{"location":"NA","amount":"4"}]}"""));
        String id = submit(2012, "breakdowns", """
                {"lines":[{"location":"ML","amount":"6.000000001"},{"location":"TR","amount":"4"}]},
                {"lines":[{"location":"ML","sdg":"1","amount":"10"}]}""");

        impact(id)
                .body("controlTotal", equalTo(change("10.00", "10.00", "0.00")))
                // 10.000000001 by location is still the one with fewest dimensions for locations; functions give the
                // total
                .body("total", equalTo(change("10.00", "10.00", "0.00")))
                .body(
                        "breakdowns.dimensions",
                        contains(List.of("function"), List.of("location"), List.of("location", "sdg")))
                .body("breakdowns.fate", contains("kept", "replaced", "added"))
                .body("coverage.gained", contains(List.of("sdg"), List.of("location", "sdg")))
                .body("byDimension.dimension", contains("location", "sdg"))
                .body("byDimension[0].members", equalTo(3))
                .body(
                        "byDimension[0].moves",
                        contains(
                                move("NA", "4.00", null, "-4.00"),
                                move("TR", null, "4.00", "4.00"),
                                move("ML", "6.00", "6.000000001", "0.000000001")))
                .body("byDimension[1].moves", contains(move("1", null, "10.00", "10.00")));
        impact(id, "?top=1")
                .body("byDimension[0].moves.code", contains("NA"))
                .body("byDimension[0].members", equalTo(3));
        impact(id, "?top=0").body("byDimension[0].moves", empty()).body("byDimension[0].members", equalTo(3));
    }

    @Test
    void saysWhatCannotBeAskedAnyMore() {
        Client.SECRETARIAT.edition(submit(2013, "submission", """
                {"lines":[{"function":"E01","location":"ML","amount":"10"}]}"""));
        String id = submit(2013, "submission", "{\"lines\":[{\"function\":\"E01\",\"amount\":\"8\"}]}");

        impact(id)
                .body("coverage.lost", contains(List.of("location"), List.of("function", "location")))
                .body("coverage.gained", empty())
                .body("breakdowns.fate", contains("removed", "added"))
                .body("byDimension.dimension", contains("entity", "function", "location"))
                .body("byDimension[2].after", nullValue())
                .body("byDimension[2].moves", contains(move("ML", "10.00", null, "-10.00")));
    }

    @Test
    void looksAtDraftsToo() {
        String id = UN.request()
                .contentType("application/json")
                .body("{\"entity\":\"UN\",\"year\":2014,\"flow\":\"expense\",\"breakdowns\":["
                        + "{\"lines\":[{\"sdg\":\"1\",\"amount\":1}]},{\"lines\":[{\"gem\":\"1\",\"amount\":2}]}]}")
                .post("/api/v1/submissions?draft=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        impact(id).body("controlTotal.after", nullValue()).body("breakdowns.fate", contains("added", "added"));
    }

    @Test
    void isForThoseWhoActForTheEntity() {
        String id = submit(2015, "submission", "{\"lines\":[{\"amount\":1}]}");
        String path = "/api/v1/submissions/" + id + "/impact";

        given().get(path).then().statusCode(401);
        Client.WFP.request().get(path).then().statusCode(404);
        Client.SECRETARIAT.request().get(path).then().statusCode(200);
        UN.request().get(path + "?top=1001").then().statusCode(400).body("parameter", equalTo("top"));
        Client.SECRETARIAT.edition(id);
        UN.request()
                .get(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/wrong-status"))
                .body("submissionStatus", equalTo("published"));
        Client.WFP.request().get(path).then().statusCode(403);
    }

    /** Publishes one random submission after the other, and compares each preview with what was and what came. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void isWhatPublishingThenDoes(int seed) {
        RandomSubmissions random = new RandomSubmissions(new Random(seed), 2016 + seed);
        PublishedFigures before = PublishedFigures.of("UN", 2016 + seed);
        for (int round = 0; round < 4; round++) {
            String id = UN.submit(random.next(round == 0));
            JsonPath impact = impact(id, "?top=1000").extract().jsonPath();

            Client.SECRETARIAT.edition(id);

            PublishedFigures after = PublishedFigures.of("UN", 2016 + seed);
            assertEquals(before.controlTotal(), decimal(impact.getString("controlTotal.before")));
            assertEquals(after.controlTotal(), decimal(impact.getString("controlTotal.after")));
            assertEquals(before.total(), decimal(impact.getString("total.before")));
            assertEquals(after.total(), decimal(impact.getString("total.after")));
            assertEquals(minus(after.answerable(), before.answerable()), sets(impact, "coverage.gained"));
            assertEquals(minus(before.answerable(), after.answerable()), sets(impact, "coverage.lost"));
            for (String dimension : PublishedFigures.DIMENSIONS) {
                assertEquals(moves(before.by(dimension), after.by(dimension)), moves(impact, dimension), dimension);
            }
            before = after;
        }
    }

    private static Map<String, List<BigDecimal>> moves(Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
        Map<String, List<BigDecimal>> moves = new TreeMap<>();
        Set<String> codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        for (String code : codes) {
            BigDecimal change = after.getOrDefault(code, BigDecimal.ZERO)
                    .subtract(before.getOrDefault(code, BigDecimal.ZERO))
                    .stripTrailingZeros();
            if (change.signum() != 0) {
                moves.put(code, Arrays.asList(before.get(code), after.get(code), change));
            }
        }
        return moves;
    }

    private static Map<String, List<BigDecimal>> moves(JsonPath impact, String dimension) {
        Map<String, List<BigDecimal>> moves = new TreeMap<>();
        List<Map<String, String>> listed =
                impact.getList("byDimension.find { it.dimension == '" + dimension + "' }?.moves");
        BigDecimal last = null;
        for (Map<String, String> move : listed == null ? List.<Map<String, String>>of() : listed) {
            BigDecimal change = decimal(move.get("change"));
            assertEquals(true, last == null || last.compareTo(change.abs()) >= 0, "the largest first");
            last = change.abs();
            moves.put(move.get("code"), Arrays.asList(decimal(move.get("before")), decimal(move.get("after")), change));
        }
        return moves;
    }

    private static Set<List<String>> minus(Set<List<String>> sets, Set<List<String>> others) {
        return sets.stream().filter(set -> !others.contains(set)).collect(Collectors.toSet());
    }

    private static Set<List<String>> sets(JsonPath impact, String path) {
        return Set.copyOf(impact.<List<String>>getList(path));
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text).stripTrailingZeros();
    }

    private static Map<String, String> change(String before, String after, String change) {
        Map<String, String> members = new TreeMap<>();
        members.put("before", before);
        members.put("after", after);
        members.put("change", change);
        return members;
    }

    private static Map<String, String> move(String code, String before, String after, String change) {
        Map<String, String> members = change(before, after, change);
        members.put("code", code);
        return members;
    }

    private static ValidatableResponse impact(String id) {
        return impact(id, "");
    }

    private static ValidatableResponse impact(String id, String query) {
        Response response = UN.request().get("/api/v1/submissions/" + id + "/impact" + query);
        return response.then().statusCode(200).body("submission", equalTo(id));
    }

    private static String submit(int year, String replaces, String breakdowns) {
        return UN.submit("{\"entity\":\"UN\",\"year\":%d,\"flow\":\"expense\",\"replaces\":\"%s\",\"breakdowns\":[%s]}"
                .formatted(year, replaces, breakdowns));
    }

    /** Submissions of one year, of any breakdowns, that replace all or some of what is published. */
    private static final class RandomSubmissions {
        private static final Map<String, List<String>> CODES = new TreeMap<>(Map.of(
                "function", List.of("E01", "E02", "E03", "E04"),
                "location", List.of("ML", "NA", "TR", "G&I", "2"),
                "sdg", List.of("X00", "1", "1.1", "5.a", "8.10"),
                "gem", List.of("0", "1", "2", "3")));
        private final Random random;
        private final int year;

        RandomSubmissions(Random random, int year) {
            this.random = random;
            this.year = year;
        }

        String next(boolean first) {
            Set<Set<String>> sets = new LinkedHashSet<>();
            int wanted = 1 + random.nextInt(3);
            while (sets.size() < wanted) {
                Set<String> set = new TreeSet<>(CODES.keySet());
                set.removeIf(dimension -> random.nextBoolean());
                sets.add(set);
            }
            List<String> breakdowns = sets.stream().map(this::breakdown).toList();
            boolean supplement = !first && random.nextBoolean();
            String controlTotal = supplement && random.nextBoolean() ? "" : "\"controlTotal\":\"" + amount() + "\",";
            return "{\"entity\":\"UN\",\"year\":%d,\"flow\":\"expense\",\"replaces\":\"%s\",%s\"breakdowns\":[%s]}"
                    .formatted(
                            year, supplement ? "breakdowns" : "submission", controlTotal, String.join(",", breakdowns));
        }

        private String breakdown(Set<String> dimensions) {
            List<String> lines = new ArrayList<>();
            for (int line = random.nextInt(12); line >= 0; line--) {
                String codes = dimensions.stream()
                        .map(dimension -> "\"" + dimension + "\":\"" + any(CODES.get(dimension)) + "\",")
                        .collect(Collectors.joining());
                lines.add("{" + codes + "\"entity\":\"" + any(List.of("UN", "UN-UNRISD")) + "\",\"amount\":\""
                        + amount() + "\"}");
            }
            return "{\"lines\":[" + String.join(",", lines) + "]}";
        }

        private String amount() {
            return BigDecimal.valueOf(random.nextInt(2_000) - 500, random.nextInt(4))
                    .toPlainString();
        }

        private String any(List<String> codes) {
            return codes.get(random.nextInt(codes.size()));
        }
    }
}
