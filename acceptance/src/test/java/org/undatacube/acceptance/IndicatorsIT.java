package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.published.RawFile;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Indicators of CEB's real figures, beside the same computed straight from the files. */
class IndicatorsIT {
    private static final int FIRST = 2011;
    private static final int LAST = 2024;
    private static final int FIRST_OF_THE_PARTS = 2018;
    private static final int FIRST_OF_THE_GOALS = 2018;
    /** What the Secretariat reports within its own figures. */
    private static final Set<String> WITHIN_UN = Set.of("UN-UNRISD", "UN-UNDRR", "UN-UNIDIR", "UN-Tech Bank");

    private static Gateway gateway;
    private static Figures revenue;
    private static Figures functions;
    private static Figures expenses;
    private static Figures goals;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
        revenue = RawFile.REVENUE.by("sub_type", "calendar_year");
        functions = RawFile.EXPENSES.by("transaction_type", "calendar_year");
        expenses = byEntity(RawFile.EXPENSES.by("sub_agency", "calendar_year"));
        goals = RawFile.SDGS.by("SDG goal", "calendar year");
    }

    @ParameterizedTest
    @CsvSource({
        "core-share, R02, R02;R03, 2011",
        "core-share-with-assessed, R01;R02, R01;R02;R03, 2011",
        "assessed-share, R01, R, 2011",
        "pooled-share, R03A, R03, 2018",
        "thematic-share, R03B, R03, 2018",
        "pooled-and-thematic-share, R03A;R03B, R03, 2018"
    })
    void sharesOfRevenueAreThoseOfTheFile(String indicator, String part, String whole, int first) {
        requireShares(indicator, revenue, part, whole, first);
    }

    @ParameterizedTest
    @CsvSource({
        "oad-share, E01;E02, E",
        "development-share, E01, E",
        "humanitarian-share, E02, E",
        "peace-operations-share, E03, E",
        "global-agenda-share, E04, E",
        "humanitarian-share-of-oad, E02, E01;E02"
    })
    void sharesOfFunctionsAreThoseOfTheFile(String indicator, String part, String whole) {
        requireShares(indicator, functions, part, whole, FIRST);
    }

    @Test
    void shareOnGoalsIsOfTheEntitiesThatGiveThem() {
        Set<String> given = entityYearsByGoal();
        List<JsonNode> values = values("sdg-share", FIRST_OF_THE_GOALS);
        for (JsonNode value : values) {
            String year = value.get("year").asText();
            BigDecimal whole = expenses.only(key -> key.endsWith(" " + year) && given.contains(key))
                    .total();
            requireShare(value, onGoals(year), whole);
            assertEquals(
                    given.stream().filter(key -> key.endsWith(" " + year)).count(),
                    value.at("/coverage/entityYearsCovered").asLong(),
                    value::toString);
        }
        // of 2018 few entities gave any
        assertTrue(values.get(0).at("/coverage/entityYearsReporting").asInt() > 40, values::toString);
    }

    @Test
    void shareOnGoalsOfAllThatIsReportedTakesTheOthersAsZero() {
        for (JsonNode value : values("sdg-share-of-reported", FIRST_OF_THE_GOALS)) {
            String year = value.get("year").asText();
            requireShare(
                    value,
                    onGoals(year),
                    expenses.only(key -> key.endsWith(" " + year)).total());
        }
    }

    @Test
    void countsTheEntitiesThatReport() {
        Set<String> byGoal = entityYearsByGoal();
        for (JsonNode value : values("entities-by-sdg", FIRST_OF_THE_GOALS)) {
            String year = " " + value.get("year").asText();
            requireShare(value, count(byGoal, year), count(expenses.keys(), year));
        }
        Set<String> withRevenue =
                byEntity(RawFile.REVENUE.by("sub_agency", "calendar_year")).keys();
        for (JsonNode value : values("entities-reporting-revenue", FIRST)) {
            requireSame(count(withRevenue, " " + value.get("year").asText()), value.get("value"), value::toString);
        }
    }

    @Test
    void saysWhereNothingIsKnown() {
        JsonNode figures = get("pooled-fund-contributors?year=2018..2024").require(200);

        assertEquals(
                List.of("instrument", "contributor"),
                List.of(
                        figures.at("/numerator/obstacle/dimensions/0").asText(),
                        figures.at("/numerator/obstacle/dimensions/1").asText()));
        figures.get("values").forEach(value -> assertTrue(value.get("value").isNull(), value::toString));
    }

    @Test
    void everyEntitysCoreShareIsThatOfTheFile() {
        Figures byEntity = RawFile.REVENUE.by("sub_agency", "sub_type", "calendar_year");
        JsonNode values = get("core-share?by=entity&year=2024").require(200).get("values");

        assertEquals(48, values.size());
        for (JsonNode value : values) {
            String entity = value.at("/entity/code").asText();
            Figures its = byEntity.only(key ->
                    key.endsWith(" 2024") && reporting(key.split(" R", 2)[0]).equals(entity));
            requireShare(
                    value,
                    its.only(key -> key.contains(" R02")).total(),
                    its.only(key -> key.contains(" R02") || key.contains(" R03"))
                            .total());
        }
    }

    @Test
    void figuresStandUntilSomethingOfThemChanges() {
        Answer first = get("core-share?year=2024");

        assertEquals(
                304,
                gateway.getIfChanged("/api/v1/indicators/core-share?year=2024", first.tag())
                        .status());
    }

    @Test
    void thePageShowsWhatIsAnswered() throws IOException {
        String page = Files.readString(RunningSuite.PROJECT.resolve("docs").resolve("indicators.md"));
        String csv = get("core-share?year=2022..2024&format=csv").body().replace("\r\n", "\n");

        assertTrue(csv.lines().count() > 3 && page.contains(csv), csv);
    }

    private static void requireShares(String indicator, Figures file, String part, String whole, int first) {
        assertTrue(first == FIRST || first == FIRST_OF_THE_PARTS);
        List<JsonNode> values = values(indicator, first);
        for (JsonNode value : values) {
            String year = value.get("year").asText();
            requireShare(value, sum(file, part, year), sum(file, whole, year));
        }
        assertEquals(LAST - first + 1, values.size());
    }

    private static List<JsonNode> values(String indicator, int first) {
        JsonNode values =
                get(indicator + "?year=" + first + ".." + LAST).require(200).get("values");
        assertTrue(!values.isEmpty(), indicator);
        List<JsonNode> list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    private static Answer get(String indicator) {
        return gateway.get("/api/v1/indicators/" + indicator);
    }

    private static BigDecimal sum(Figures file, String beginnings, String year) {
        Predicate<String> isMeant = key -> key.endsWith(" " + year)
                && Set.of(beginnings.split(";", -1)).stream().anyMatch(key::startsWith);
        return file.only(isMeant).total();
    }

    private static BigDecimal onGoals(String year) {
        return goals.only(key -> key.endsWith(" " + year) && !key.startsWith("X00"))
                .total();
    }

    private static Set<String> entityYearsByGoal() {
        return byEntity(RawFile.SDGS.by("entity code", "calendar year")).keys();
    }

    /** What parts of the Secretariat report is its own. */
    private static Figures byEntity(Figures byPart) {
        Figures figures = new Figures();
        for (String key : byPart.keys()) {
            int blank = key.lastIndexOf(' ');
            figures.add(
                    reporting(key.substring(0, blank)) + key.substring(blank),
                    byPart.only(key::equals).total());
        }
        return figures;
    }

    private static String reporting(String part) {
        return WITHIN_UN.contains(part) ? "UN" : part;
    }

    private static BigDecimal count(Set<String> keys, String ending) {
        return BigDecimal.valueOf(keys.stream()
                .filter(key -> key.endsWith(ending))
                .collect(Collectors.toSet())
                .size());
    }

    private static void requireShare(JsonNode value, BigDecimal part, BigDecimal whole) {
        requireSame(part, value.get("numerator"), value::toString);
        requireSame(whole, value.get("denominator"), value::toString);
        if (whole.signum() == 0) {
            assertTrue(value.get("value").isNull(), value::toString);
        } else {
            requireSame(part.divide(whole, 9, RoundingMode.HALF_EVEN), value.get("value"), value::toString);
        }
    }

    private static void requireSame(BigDecimal expected, JsonNode actual, Supplier<String> message) {
        assertEquals(
                expected.stripTrailingZeros().toPlainString(),
                new BigDecimal(actual.asText()).stripTrailingZeros().toPlainString(),
                message);
    }
}
