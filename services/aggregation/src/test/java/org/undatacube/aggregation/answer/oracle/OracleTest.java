package org.undatacube.aggregation.answer.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Flow;

/** What the oracle says of a small cube, against what was computed by heart. */
class OracleTest {
    private static final String BY_COUNTRY = "drilldown=location.country";
    private static final String BY_REGION = "drilldown=location.region";

    @Test
    void addsUpByLevelsAndKeepsLinesCodedAbove() {
        assertCells(BY_REGION + "&measures=amount,lines", "AFR 52.00 6", "ASI 6.00 1");
        assertCells(BY_COUNTRY, "AFR -2.00", "SU 14.00", "ML 40.00", "JP 6.00");
    }

    @Test
    void recastsThroughAChainOfSuccessors() {
        assertCells(BY_COUNTRY + "&structure=2022", "AFR -2.00", "SD0 14.00", "ML 40.00", "JP 6.00");
        assertCells(BY_REGION + "&structure=2023", "AFR 38.00", "ASI 20.00");
        // the edition is of 2023
        assertCells(BY_REGION + "&structure=today", "AFR 38.00", "ASI 20.00");
        assertTotal("cut=location:ASI&structure=2023", "20.00");
        assertTotal("cut=location:ASI", "6.00");
        assertTotal("cut=location:SU&structure=2023", "14.00");
        assertTotal("cut=location:SDN&structure=2023", "14.00");
    }

    @Test
    void cutsByCodesAndBelowOnlyCodesRangesAndNegated() {
        assertTotal("cut=location:AFR", "52.00");
        assertTotal("cut=location:only:AFR", "-2.00");
        assertTotal("cut=!location:AFR", "6.00");
        assertTotal("cut=location:country:SU..ML", "54.00");
        assertTotal("cut=location:AFR|!location:ML|year:2021", "2.00");
        assertTotal("cut=location:groups:LDC", "30.00");
        assertTotal("cut=location:groups:-", "18.00");
        assertTotal("cut=!location:groups:LDC;-", "10.00");
        assertTotal("cut=!year:2021&drilldown=location.region", "20.00");
        assertTotal("where=amount:ge:5|amount:ne:6&drilldown=location.region", "50.00");
    }

    @Test
    void dividesByTheTotalAndByTheParent() {
        assertCells(
                "drilldown=location.region,location.country&measures=share.parent,share.total&subtotals=rollup",
                "AFR AFR -0.038461538 -0.034482759",
                "AFR SU 0.269230769 0.24137931",
                "AFR ML 0.769230769 0.689655172",
                "ASI JP 1 0.103448276",
                "AFR 0.896551724 0.896551724",
                "ASI 0.103448276 0.103448276",
                "null 1");
    }

    @Test
    void comparesWithAYearOutsideTheCut() {
        assertCells(
                "drilldown=location.country,year&cut=year:2021&measures=amount,change,growth,change.2019",
                "AFR 2021 -2.00 -2.00 null null",
                "SU 2021 4.00 -6.00 -0.6 null",
                "ML 2021 30.00 20.00 2 null",
                "JP 2021 6.00 6.00 null null");
        assertCells("drilldown=year&measures=change.2021", "2020 -11.00", "2021 0.00");
    }

    @Test
    void accumulatesOverTheYears() {
        assertCells(
                "drilldown=location.country,year&measures=cumulative&cut=location:country:SU;ML&subtotals=cube",
                "SU 2020 10.00",
                "SU 2021 14.00",
                "ML 2020 10.00",
                "ML 2021 40.00",
                "SU null",
                "ML null",
                "2020 20.00",
                "2021 54.00",
                "null");
    }

    @Test
    void keepsTheFirstAndPutsTheOthersTogether() {
        assertCells(
                BY_COUNTRY + "&top=1&others=true&measures=amount,distinct.location.country,entities",
                "ML 40.00 1 2",
                "others 18.00 3 1");
        assertCells(BY_COUNTRY + "&top=1&others=false", "ML 40.00");
        assertCells(BY_COUNTRY + "&top=1&order=amount", "AFR -2.00", "others 60.00");
        assertCells(BY_COUNTRY + "&top=1&measures=lines&cut=year:2021", "AFR 1", "others 3");
        assertCells(
                "drilldown=year,location.country&top=1&per=year&measures=amount,change,share.parent",
                "2020 SU 10.00 null 0.5",
                "2020 others 10.00 null 0.5",
                "2021 ML 30.00 20.00 0.789473684",
                "2021 others 8.00 -2.00 0.210526316");
    }

    @Test
    void leavesOutTransfersWithinTheSystem() {
        JsonNode answer = answer("consolidation=net&measures=amount,lines");
        assertEquals("{\"amount\":\"17.00\",\"lines\":4}", answer.get("total").toString());
        assertEquals(
                "{\"view\":\"net\",\"gross\":\"28.00\",\"eliminated\":\"11.00\",\"net\":\"17.00\"}",
                answer.get("consolidation").toString());
        assertEquals(2, answer.at("/coverage/entityYearsCovered").asInt());
        assertTotal("consolidation=eliminated", "11.00");
    }

    @Test
    void countsALineOfTwoGroupsOnceInTheSubtotal() {
        String byGroup = "drilldown=location.groups&subtotals=rollup";
        assertCells(byGroup, "LDC 30.00", "SAHEL 40.00", "- 18.00", "58.00");
        assertEquals("[\"location.groups\"]", answer(byGroup).get("overlapping").toString());
        assertCells(byGroup + "&structure=2020", "SAHEL 40.00", "- 18.00", "58.00");
        assertEquals(
                "[]", answer(byGroup + "&structure=2020").get("overlapping").toString());
        assertCells(byGroup + "&structure=2023", "LDC 54.00", "SAHEL 40.00", "- 4.00", "58.00");
    }

    @Test
    void putsCellsInRowsAndColumns() {
        JsonNode answer = answer(BY_REGION + ",year&columns=year&measures=amount,share.row&order=-amount");
        assertEquals("[{\"year\":2020},{\"year\":2021}]", answer.get("columns").toString());
        JsonNode africa = answer.at("/rows/0");
        assertEquals("AFR", africa.at("/location.region/code").asText());
        assertEquals("20.00", africa.at("/cells/0/amount").asText());
        assertEquals("0.615384615", africa.at("/cells/1/share.row").asText());
        assertEquals("52.00", africa.at("/total/amount").asText());
        assertEquals("1", africa.at("/total/share.row").asText());
        assertEquals(true, answer.at("/rows/1/cells/0").isNull());
        assertEquals("38.00", answer.at("/columnTotals/1/amount").asText());
    }

    @Test
    void hidesCellsWithoutChangingFigures() {
        assertCells(
                BY_COUNTRY + "&measures=amount,share.total&having=amount:gt:10",
                "SU 14.00 0.24137931",
                "ML 40.00 0.689655172");
        assertTotal(BY_COUNTRY + "&having=amount:gt:10", "58.00");
    }

    @Test
    void saysWhatIsCovered() {
        JsonNode coverage = answer(BY_COUNTRY + "&cut=entity:B").get("coverage");
        assertEquals(
                "{\"entitiesReporting\":1,\"entitiesCovered\":1,\"entityYearsReporting\":2,\"entityYearsCovered\":1,"
                        + "\"amountReported\":\"37.00\",\"amountCovered\":\"30.00\",\"amountUnattributed\":\"7.00\"",
                coverage.toString().split(",\"gaps\"", -1)[0]);
        assertEquals(2020, coverage.at("/gaps/0/year").asInt());
    }

    @Test
    void saysWhatCouldBeAnswered() {
        JsonNode answer = answer("drilldown=location.country,sdg.goal");
        assertEquals(
                "{\"dimensions\":[\"location\",\"sdg\"],\"answerable\":["
                        + "{\"dimensions\":[\"location\"],\"entityYears\":3,\"amount\":\"58.00\"},"
                        + "{\"dimensions\":[\"sdg\"],\"entityYears\":2,\"amount\":\"15.00\"}]}",
                answer.get("obstacle").toString());
        assertFalse(answer(BY_COUNTRY).has("obstacle"));
    }

    @Test
    void ordersTheGroupingSets() {
        List<String> sets = new ArrayList<>();
        for (JsonNode cell : answer("drilldown=location.region,location.country,year&subtotals=cube")
                .get("cells")) {
            String set = cell.get("grouping").toString().replaceAll("location\\.|[\"\\[\\]]", "");
            if (sets.isEmpty() || !sets.get(sets.size() - 1).equals(set)) {
                sets.add(set);
            }
        }
        assertEquals(List.of("region,country,year", "region,country", "region,year", "region", "year", ""), sets);
    }

    @Test
    void ordersPagesAndRounds() {
        assertCells(BY_COUNTRY + "&order=-location.country.label", "SU 14.00", "ML 40.00", "JP 6.00", "AFR -2.00");
        assertCells(BY_COUNTRY + "&order=-amount&limit=2&offset=1", "SU 14.00", "JP 6.00");
        assertEquals(4, answer(BY_COUNTRY + "&limit=2").get("cellCount").asInt());
        assertCells(
                BY_REGION + "&measures=average,minimum,maximum", "AFR 8.666666667 -2.00 30.00", "ASI 6.00 6.00 6.00");
        assertCells(BY_REGION + "&measures=average&decimals=1", "AFR 8.7", "ASI 6.0");
        assertEquals(
                "{\"amount\":\"0.00\",\"average\":null,\"lines\":0,\"maximum\":null}",
                answer("edition=0&measures=amount,average,lines,maximum")
                        .get("total")
                        .toString());
    }

    private static void assertTotal(String question, String amount) {
        assertEquals(amount, answer(question).at("/total/amount").asText(), question);
    }

    /** @param cells codes, years and measures */
    private static void assertCells(String question, String... cells) {
        List<String> found = new ArrayList<>();
        for (JsonNode cell : answer(question).get("cells")) {
            List<String> words = new ArrayList<>();
            cell.properties().forEach(property -> {
                JsonNode value = property.getValue();
                if (!List.of("grouping", "others").contains(property.getKey())) {
                    words.add(
                            !value.isObject()
                                    ? value.asText()
                                    : value.get("code").isNull()
                                            ? "others"
                                            : value.get("code").asText());
                }
            });
            found.add(String.join(" ", words));
        }
        assertEquals(List.of(cells), found, question);
    }

    private static JsonNode answer(String question) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : question.split("&", -1)) {
            int equals = parameter.indexOf('=');
            parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return new ObjectMapper().valueToTree(new Oracle(Flow.EXPENSE, parameters, CubeByHeart.material()).answer());
    }
}
