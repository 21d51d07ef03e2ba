package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.published.ExpectedTables;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

class SampleIT {
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        gateway = RunningSuite.get().anybody();
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, year:2021, 65890711058.84",
        "expense, year:2021, 60479440593.911288076",
        "revenue, year:2022, 74302153809.99",
        "revenue, year:2023, 67620867804.14",
        "revenue, year:2024, 68306524088.12",
        "expense, year:2022, 67449709009.47",
        "expense, year:2023, 68500334856.97",
        "expense, year:2024, 66039034290.40380059",
        "expense, year:2024|sdg:goal:5, 2516306927.13",
        "expense, year:2022|sdg:goal:5, 1875848684.66"
    })
    void givesThePublishedTotals(String cube, String cut, String amount) {
        assertEquals(
                amount, gateway.ask(cube, "", cut).get("total").get("amount").asText());
    }

    @Test
    void saysHowMuchOfTheSystemAnAnswerCovers() {
        JsonNode coverage = gateway.ask("expense", "sdg.goal", "year:2024").get("coverage");

        assertEquals(48, coverage.get("entitiesReporting").asInt());
        assertEquals("66039034290.40380059", coverage.get("amountReported").asText());
        assertEquals("65974070783.768", coverage.get("amountCovered").asText());
        assertEquals("64963506.63580059", coverage.get("amountUnattributed").asText());
    }

    @Test
    void equalsTheTotalsComputedBeforehand() {
        Figures.of(gateway.ask("revenue", "year,instrument.instrument", "year:2022"))
                .requireToTheCent(
                        ExpectedTables.byYearAnd("revenue_by_year_subtype.csv").only(key -> key.startsWith("2022 ")));
        Figures.of(gateway.ask("expense", "entity.entity,function.function,year", "year:2022"))
                .requireToTheCent(ExpectedTables.byEntityYearAnd("function", "expenses_by_entity_function_year.csv")
                        .only(key -> key.endsWith(" 2022")));
    }
}
