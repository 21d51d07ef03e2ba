package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Flow;

/** Whatever key is asked for, the observations are the cells of the aggregates that it consists of, and nothing else. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class RandomKeysTest {
    private static final int SEEDS = 8;
    private static final int CASES = 6;
    private static final int MOST_QUESTIONS = 60;

    private static final Identifiers IDENTIFIERS = new Identifiers(SampleLists.members());

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    static LongStream seeds() {
        return Seeds.of(SEEDS);
    }

    /** A part of a key: named codes and perhaps the total, or, where it is any, none. */
    private record KeyPart(boolean isAny, boolean total, List<Code> codes) {
        static KeyPart random(CodedDimension dimension, Random random) {
            int kind = random.nextInt(4);
            if (kind < 2) {
                return kind == 0 ? new KeyPart(true, false, List.of()) : new KeyPart(false, true, List.of());
            }
            List<Code> all = SampleLists.list(dimension.dimension()).codes();
            List<Code> codes = new ArrayList<>();
            for (int each = random.nextInt(3); each >= 0; each--) {
                codes.add(all.get(random.nextInt(all.size())));
            }
            return new KeyPart(
                    false, random.nextBoolean(), codes.stream().distinct().toList());
        }

        long choices() {
            return (isAny ? 2 : total ? 1 : 0)
                    + codes.stream().map(Code::level).distinct().count();
        }

        String text(CodedDimension dimension) {
            List<String> ids = new ArrayList<>();
            if (total) {
                ids.add("_T");
            }
            codes.forEach(code -> ids.add(IDENTIFIERS.of(dimension.dimension(), code.code())));
            return String.join("+", ids);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void observationsAreTheCellsOfTheAggregates(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            FlowStructure structure = FlowStructure.of(random.nextInt(4) == 0 ? Flow.REVENUE : Flow.EXPENSE);
            List<KeyPart> parts = randomParts(structure, random);
            StringBuilder key = new StringBuilder("A");
            for (int place = 0; place < parts.size(); place++) {
                key.append('.')
                        .append(parts.get(place).text(structure.dimensions().get(place)));
            }
            boolean isOneYear = random.nextInt(3) == 0;
            String address = Sdmx.V21 + "data/" + structure.id() + "/" + key + (isOneYear ? "?startPeriod=2024" : "");

            Map<String, String> expected = new TreeMap<>();
            addCells(structure, parts, 0, new ArrayList<>(), new ArrayList<>(), isOneYear, expected);
            assertEquals(expected, observations(structure, address), "seed " + seed + ": " + address);
        }
    }

    /** Not of so many questions that asking the aggregate for each takes long. */
    private static List<KeyPart> randomParts(FlowStructure structure, Random random) {
        while (true) {
            List<KeyPart> parts = structure.dimensions().stream()
                    .map(dimension -> KeyPart.random(dimension, random))
                    .toList();
            if (parts.stream().mapToLong(KeyPart::choices).reduce(1, Math::multiplyExact) <= MOST_QUESTIONS) {
                return parts;
            }
        }
    }

    /** Asks the aggregate for each choice of levels and totals. */
    private static void addCells(
            FlowStructure structure,
            List<KeyPart> parts,
            int place,
            List<String> drilldowns,
            List<String> cuts,
            boolean isOneYear,
            Map<String, String> cells) {
        if (place == parts.size()) {
            addCells(structure, drilldowns, cuts, isOneYear, cells);
            return;
        }
        KeyPart part = parts.get(place);
        CodedDimension dimension = structure.dimensions().get(place);
        if (part.isAny() || part.total()) {
            addCells(structure, parts, place + 1, drilldowns, cuts, isOneYear, cells);
        }
        Map<String, List<String>> byLevel = new TreeMap<>();
        part.codes()
                .forEach(code -> byLevel.computeIfAbsent(code.level(), level -> new ArrayList<>())
                        .add(code.code()));
        if (part.isAny()) {
            byLevel.put(dimension.level(), List.of());
        }
        byLevel.forEach((level, codes) -> {
            String name = dimension.dimension().code();
            drilldowns.add(name + "." + level);
            if (!codes.isEmpty()) {
                cuts.add(name + ":" + level + ":" + String.join(";", codes));
            }
            addCells(structure, parts, place + 1, drilldowns, cuts, isOneYear, cells);
            drilldowns.remove(drilldowns.size() - 1);
            if (!codes.isEmpty()) {
                cuts.remove(cuts.size() - 1);
            }
        });
    }

    private static void addCells(
            FlowStructure structure,
            List<String> drilldowns,
            List<String> cuts,
            boolean isOneYear,
            Map<String, String> cells) {
        List<String> allCuts = new ArrayList<>(cuts);
        if (isOneYear) {
            allCuts.add("year:2024");
        }
        List<String> allDrilldowns = new ArrayList<>(drilldowns);
        allDrilldowns.add("year");
        JsonPath answer = given().queryParam("drilldown", String.join(",", allDrilldowns))
                .queryParam("cut", String.join("|", allCuts))
                .get("/api/v1/cubes/" + structure.flow().code() + "/aggregate")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        for (Map<String, Object> cell : answer.<Map<String, Object>>getList("cells")) {
            List<String> key = new ArrayList<>();
            for (CodedDimension dimension : structure.dimensions()) {
                String code = drilldowns.stream()
                        .filter(drilldown ->
                                drilldown.startsWith(dimension.dimension().code() + "."))
                        .findFirst()
                        .map(drilldown -> (String) ((Map<?, ?>) cell.get(drilldown)).get("code"))
                        .orElse(null);
                key.add(IDENTIFIERS.of(dimension.dimension(), code));
            }
            String before = cells.put(String.join(".", key) + "." + cell.get("year"), (String) cell.get("amount"));
            assertEquals(null, before, () -> "twice: " + key);
        }
    }

    private static Map<String, String> observations(FlowStructure structure, String address) {
        Response response = Sdmx.get(address + (address.contains("?") ? "&" : "?") + "format=sdmx-csv");
        Map<String, String> observations = new TreeMap<>();
        if (response.statusCode() != 404) {
            for (NamedCsvRecord row : Sdmx.rowsOf(response.asString())) {
                List<String> key = structure.allDimensions().stream()
                        .skip(1)
                        .map(row::getField)
                        .toList();
                String before = observations.put(String.join(".", key), row.getField("OBS_VALUE"));
                assertEquals(null, before, () -> "twice: " + key);
            }
        }
        return observations;
    }
}
