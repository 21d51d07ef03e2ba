package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.published.ExpectedTables;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Published figures are the sum of the lines of their lineage, whose submissions are those that were certified. */
class LineageIT {
    private static final int PAGE = 500;

    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, 'year,instrument.group', 2011, R01, revenue_by_year_instrument.csv",
        "revenue, 'year,instrument.group', 2022, R03, revenue_by_year_instrument.csv",
        "revenue, 'year,instrument.instrument', 2022, R03B, revenue_by_year_subtype.csv",
        "expense, 'year,function.function', 2016, E0X, expenses_by_year_function.csv",
        "expense, 'year,function.function', 2022, E02, expenses_by_year_function.csv",
        "expense, 'year,sdg.goal', 2018, 5, expenses_by_sdg_year.csv",
        "expense, 'year,sdg.goal', 2022, 16, expenses_by_sdg_year.csv",
    })
    void addsUpToThePublishedFigure(String cube, String drilldown, String year, String member, String table) {
        String cell = year + " " + member;
        Figures expected = ExpectedTables.byYearAnd(table).only(cell::equals);
        String first = "/api/v1/cubes/" + cube + "/lineage?drilldown=" + drilldown + "&cell=" + year + "," + member
                + "&limit=" + PAGE;
        JsonNode lineage = gateway.get(first).require(200);

        Figures lines = new Figures();
        Set<String> submissionsOfLines = new HashSet<>();
        long count = 0;
        for (JsonNode page = lineage; page != null; page = next(page)) {
            for (JsonNode line : page.get("lines")) {
                lines.add(cell, amount(line));
                submissionsOfLines.add(line.get("submission").asText());
                count++;
            }
        }

        lines.requireToTheCent(expected);
        assertEquals(lineage.get("cell").get("lines").asLong(), count);
        Figures submissions = new Figures();
        for (JsonNode submission : lineage.get("submissions")) {
            submissions.add(cell, amount(submission));
            requireCertified(submission);
            assertTrue(submissionsOfLines.remove(submission.get("submission").asText()), submission::toString);
        }
        submissions.requireExactly(lines);
        assertEquals(Set.of(), submissionsOfLines);
    }

    private static JsonNode next(JsonNode page) {
        return page.has("next") ? gateway.get(page.get("next").asText()).require(200) : null;
    }

    private static BigDecimal amount(JsonNode counted) {
        return new BigDecimal(counted.get("amount").asText());
    }

    private static void requireCertified(JsonNode submission) {
        JsonNode certified = gateway.get(submission.get("href").asText()).require(200);
        String hash = submission.get("contentHash").asText();
        assertFalse(hash.isEmpty());
        assertEquals(certified.get("contentHash").asText(), hash);
        assertEquals(certified.get("entity").asText(), submission.get("entity").asText());
        assertEquals(certified.get("year").asInt(), submission.get("year").asInt());
    }
}
