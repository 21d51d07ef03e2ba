package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.published.RawFile;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Profiles of CEB's real figures: each block is what its question gives. */
class ProfilesIT {
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entity/UNICEF?year=2024",
                "entity/UN?year=2022",
                "entity/FUND-PROGRAMME?year=2019",
                "sdg/5?year=2023",
                "sdg/16.1?year=2024",
                "country/ML?year=2024",
                "contributor/SE?year=2024"
            })
    void everyBlockIsWhatItsQuestionGives(String subject) {
        JsonNode profile = profile(subject);
        for (JsonNode cube : profile.get("cubes")) {
            JsonNode figures = cube.get("figures");
            JsonNode beside = ask(figures);
            assertEquals(
                    figures.get("share").isNull() || figures.get("lines").asInt() == 0
                            ? null
                            : figures.get("amount").asText(),
                    amountOf(beside.get("cells"), profile.get("code").asText()),
                    subject);
            JsonNode trend = cube.get("trend");
            assertEquals(amounts(ask(trend).get("cells")), amounts(trend.get("years")), subject);
            for (JsonNode mix : cube.get("mixes")) {
                JsonNode answer = ask(mix);
                List<JsonNode> cells = new ArrayList<>();
                answer.get("cells").forEach(cells::add);
                Optional<JsonNode> others =
                        cells.stream().filter(cell -> cell.has("others")).findFirst();
                others.ifPresent(cells::remove);
                assertEquals(amounts(cells), amounts(mix.get("parts")), () -> subject + " by " + mix.get("dimension"));
                assertEquals(
                        others.map(cell -> cell.get("amount").asText()).orElse(""),
                        mix.at("/others/amount").asText());
                assertEquals(answer.get("coverage"), mix.get("coverage"));
                assertEquals(answer.has("obstacle"), mix.has("obstacle"));
            }
        }
    }

    @Test
    void anEntitysFiguresAreThoseOfTheFile() {
        JsonNode profile = profile("entity/WFP?year=2024");

        requireSame(
                RawFile.REVENUE.by("sub_agency", "calendar_year"),
                "WFP 2024",
                profile.at("/cubes/0/figures/amount").asText());
        requireSame(
                RawFile.EXPENSES.by("sub_agency", "calendar_year"),
                "WFP 2024",
                profile.at("/cubes/1/figures/amount").asText());
        // of the examples in the documents: the largest of 48
        assertEquals(1, profile.at("/cubes/1/ranks/0/rank").asInt());
        assertEquals(48, profile.at("/cubes/1/ranks/0/of").asInt());
        assertEquals("0.138676812", profile.at("/cubes/1/figures/share").asText());
    }

    @Test
    void aGoalsTrendIsThatOfTheFile() {
        Figures goals = RawFile.SDGS.by("SDG goal", "calendar year");
        JsonNode years = profile("sdg/5?year=2024").at("/cubes/0/trend/years");

        assertFalse(years.isEmpty());
        for (JsonNode point : years) {
            if (point.get("year").asInt() <= 2024) {
                requireSame(
                        goals,
                        "5 " + point.get("year").asText(),
                        point.get("amount").asText());
            }
        }
    }

    @Test
    void aPlaceOfWhichNothingIsPublishedHasTheObstacle() {
        JsonNode profile = profile("country/ML?year=2024");

        assertTrue(profile.at("/cubes/0/figures/amount").isNull());
        assertEquals(
                "location", profile.at("/cubes/0/figures/obstacle/dimensions/0").asText());
        assertEquals("location", profile.at("/gaps/0/dimensions/0").asText());
        assertEquals(48, profile.at("/gaps/0/entities").size());
    }

    @Test
    void aProfileStandsUntilSomethingOfItChanges() {
        String target = "/api/v1/profiles/entity/UPU?year=2023";
        Answer first = gateway.get(target);

        assertEquals(304, gateway.getIfChanged(target, first.tag()).status());
    }

    private static JsonNode profile(String subject) {
        return gateway.get("/api/v1/profiles/" + subject).require(200);
    }

    private static JsonNode ask(JsonNode block) {
        return gateway.get(block.get("href").asText()).require(200);
    }

    /** Null where there is no cell of the code. */
    private static String amountOf(JsonNode cells, String code) {
        for (JsonNode cell : cells) {
            if (code.equals(cell.elements().next().path("code").asText())) {
                return cell.get("amount").asText();
            }
        }
        return null;
    }

    private static List<String> amounts(Iterable<JsonNode> cells) {
        List<String> amounts = new ArrayList<>();
        cells.forEach(cell -> amounts.add(cell.get("amount").asText()));
        return amounts;
    }

    private static void requireSame(Figures file, String key, String amount) {
        assertEquals(
                file.only(key::equals).total().stripTrailingZeros().toPlainString(),
                new BigDecimal(amount).stripTrailingZeros().toPlainString(),
                key);
    }
}
