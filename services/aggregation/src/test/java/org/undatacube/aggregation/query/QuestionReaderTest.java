package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.aggregation.cube.Structure;

class QuestionReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "sdg:5 => sdg:5",
                "! sdg : goal : 5 => !sdg:5",
                "sdg:only:5;5 => sdg:only:5",
                "!sdg:only:5 => !sdg:only:5",
                "sdg:1..5 => sdg:1;2;5",
                "sdg:goal:2 .. 5;10 => sdg:10;2;5",
                "sdg:5.1..5.2 => sdg:5.1;5.2",
                "sdg:5..5 => sdg:5",
                "location:MLI..EGY => location:EG;ML",
                "location:groups:sahel;-;LDC => location:groups:-;LDC;SAHEL",
                "!location:groups:- => !location:groups:-",
                "entity:unrisd => entity:UN-UNRISD",
                "year:2018;2020..2022;2021..2023 => year:2018;2020..2023",
                "!year:2020;2019 => !year:2019..2020",
                "year:2024|sdg:5|year:2024 => sdg:5|year:2024",
                "sdg:5|!sdg:5 => !sdg:5|sdg:5"
            })
    void readsACutInWhateverSpelling(String cut, String canonical) {
        assertEquals(canonical, Asked.text("cut=" + cut).canonical().cut());
        assertEquals(canonical, Asked.text("cut=" + canonical).canonical().cut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "amount:ge:1000000.00 => amount:ge:1000000",
                "amount:lt:0|amount:ge:-5.50 => amount:ge:-5.5|amount:lt:0",
                "amount:ne:-0.000 => amount:ne:0",
                " amount : eq : 7 |amount:eq:7.0 => amount:eq:7"
            })
    void readsConditionsOnLines(String where, String canonical) {
        assertEquals(canonical, Asked.text("where=" + where).canonical().where());
    }

    @Test
    void readsEveryMeasure() {
        String measures = "amount,lines,entities,average,minimum,maximum,distinct.location.country,share.total,"
                + "share.parent,share.row,change,growth,change.2018,growth.2018,cumulative";
        assertEquals(
                measures,
                Asked.text("drilldown=sdg.goal,year&columns=year&measures=" + measures)
                        .canonical()
                        .measures());
    }

    @Test
    void readsWhatIsAskedOfCells() {
        Question question = Asked.text(
                "drilldown=location.region,sdg.goal,year&columns=year&measures=amount,share.total"
                        + "&having=share.total:gt:0.010|amount:ge:1000&order=-sdg.goal.label,-share.total&subtotals=cube");
        assertEquals("amount:ge:1000|share.total:gt:0.01", question.canonical().having());
        assertEquals(
                "-sdg.goal.label,-share.total,location.region,sdg.goal,year",
                question.canonical().order());
        assertEquals(Subtotals.CUBE, question.subtotals());
        assertEquals("year", question.canonical().columns());
    }

    @Test
    void readsTheTopOfTheLastDrilldown() {
        Question question = Asked.text("drilldown=year,sdg.goal,location.country&top=3&per=sdg.goal,year");
        assertEquals("year,sdg.goal", question.canonical().per());
        assertEquals(true, question.canonical().others());
        assertEquals(
                false,
                Asked.text("drilldown=sdg.goal&top=3&others=false").canonical().others());
    }

    @Test
    void readsTodayAsAYear() {
        assertEquals("2030", Asked.text("structure=today").canonical().structure());
        assertEquals(Structure.of(2024), Asked.text("structure=2024").view().structure());
        assertEquals(
                Asked.text(""), Asked.text("structure=then&consolidation=gross&rounding=half-even&subtotals=none"));
    }

    @Test
    void readsHowFiguresAreSeen() {
        View view = Asked.text("consolidation=net&decimals=0&rounding=additive").view();
        assertEquals(View.Consolidation.NET, view.consolidation());
        assertEquals(new View.Rounding(Optional.of(0), true), view.rounding());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiterString = " => ",
            value = {
                // parameters, the one that is wrong, its place, the nearest right spelling
                "drilldown=sdg.goal,yaer => drilldown => 10 => year",
                "drilldown=sdg.goal,sdg.goal => drilldown => 10 => -",
                "drilldown=year,sdg.goal,sdg.target,gem.marker,function.function,location.region,location.country,location.subregion,location.intermediate => drilldown => 107 => -",
                "drilldown=sdg.goal&columns=yaer => columns => 1 => -",
                "drilldown=sdg.goal,year&columns=sgd.goal => columns => 1 => sdg.goal",
                "drilldown=sdg.goal,year&columns=year,year => columns => 6 => -",
                "drilldown=year&columns=year => columns => 1 => -",
                "columns=year => columns => 1 => -",
                "cut=sdg => cut => 1 => -",
                "cut=!sdg => cut => 1 => -",
                "cut=!sgd:5 => cut => 2 => sdg",
                "cut=sdg:gaol:5 => cut => 5 => goal",
                "cut=location:gruops:LDC => cut => 10 => groups",
                "cut=location:groups:LCD => cut => 17 => LDC",
                "cut=location:groups:LDC..SAHEL => cut => 17 => -",
                "cut=sdg:onyl:5 => cut => 5 => only",
                "cut=sdg:only: => cut => 10 => -",
                "cut=sdg:target:5 => cut => 12 => -",
                "cut=sdg:5..1 => cut => 5 => -",
                "cut=sdg:5..5.1 => cut => 5 => -",
                "cut=sdg:5..99 => cut => 8 => -",
                "cut=sdg:..5 => cut => 5 => -",
                "cut=sdg:goal:5.1..5.2 => cut => 10 => -",
                "cut=year:goal:2020 => cut => 6 => -",
                "cut=year:1944 => cut => 6 => -",
                "cut=year:2020..2101 => cut => 12 => -",
                "cut=!year:20 => cut => 7 => -",
                "cut=sdg:5||year:2020 => cut => 7 => -",
                "where=amonut:ge:1 => where => 1 => amount",
                "where=lines:ge:1 => where => 1 => -",
                "where=amount:gte:1 => where => 8 => ge",
                "where=amount:ge => where => 1 => -",
                "where=amount:ge:1:2 => where => 1 => -",
                "where=amount:ge:1e9 => where => 11 => -",
                "where=amount:ge:0x1 => where => 11 => -",
                "where=amount:ge:NaN => where => 11 => -",
                "where=amount:ge:1.0000000001 => where => 11 => -",
                "where=amount:ge:123456789012345678901234567890 => where => 11 => -",
                "where=amount:ge:1|amount:lt: => where => 23 => -",
                "measures=amonut => measures => 1 => amount",
                "measures=amount,amount => measures => 8 => -",
                "measures=share.raw => measures => 1 => share.row",
                "measures=share.row => measures => 1 => -",
                "drilldown=sdg.goal&measures=amount,change => measures => 8 => -",
                "drilldown=sdg.goal&measures=growth.2018 => measures => 1 => -",
                "measures=cumulative => measures => 1 => -",
                "drilldown=year&measures=change.18 => measures => 8 => -",
                "drilldown=year&measures=growth. => measures => 8 => -",
                "measures=distinct.location.cuontry => measures => 1 => distinct.location.country",
                "measures=distinct.location.groups => measures => 1 => -",
                "measures=distinct.year => measures => 1 => -",
                "having=lines:ge:1 => having => 1 => -",
                "measures=lines&having=linse:ge:1 => having => 1 => lines",
                "having=amount:is:1 => having => 8 => -",
                "subtotals=rolup => subtotals => - => rollup",
                "subtotals=cube&drilldown=year,entity.entity,function.function,location.region,instrument.group,sdg.goal,contributor.type,gem.marker => subtotals => - => -",
                "top=0&drilldown=sdg.goal => top => - => -",
                "top=x&drilldown=sdg.goal => top => - => -",
                "top=3 => top => - => -",
                "top=3&drilldown=sdg.goal,year => top => - => -",
                "top=3&drilldown=location.groups => top => - => -",
                "top=3&drilldown=year,sdg.goal&per=yaer => per => 1 => year",
                "top=3&drilldown=year,sdg.goal&columns=year&per=year => per => 1 => -",
                "top=3&drilldown=year,sdg.goal&per=sdg.goal => per => 1 => -",
                "top=3&drilldown=year,sdg.goal&per=year,year => per => 6 => -",
                "drilldown=year,sdg.goal&per=year => per => 1 => -",
                "drilldown=sdg.goal&others=true => others => - => -",
                "top=3&drilldown=sdg.goal&others=yes => others => - => -",
                "order=year => order => 1 => -",
                "drilldown=sdg.goal&order=-sdg.gaol => order => 2 => sdg.goal",
                "drilldown=sdg.goal&order=sdg.goal.lable => order => 1 => sdg.goal.label",
                "drilldown=year&order=year.label => order => 1 => -",
                "drilldown=year&order=year,-year => order => 6 => -",
                "limit=0 => limit => - => -",
                "limit=٣ => limit => - => -",
                "offset=99999999999 => offset => - => -",
                "structure=tody => structure => - => today",
                "structure=1066 => structure => 1 => -",
                "structure=20300 => structure => 1 => -",
                "consolidation=nett => consolidation => - => net",
                "decimals=10 => decimals => - => -",
                "rounding=adittive => rounding => - => additive",
                "rounding=additive => rounding => - => -",
                "rounding=additive&decimals=0&subtotals=cube => rounding => - => -",
                "rounding=additive&decimals=0&drilldown=sdg.goal,year&columns=year => rounding => - => -",
                "rounding=additive&decimals=0&having=amount:ge:1 => rounding => - => -",
                "rounding=additive&decimals=0&drilldown=sdg.goal&top=1&others=false => rounding => - => -",
                "rounding=additive&decimals=0&drilldown=location.groups => rounding => - => -",
                "drildown=year => drildown => - => drilldown"
            })
    void saysWhatIsWrongAndWhere(String query, String parameter, Integer place, String nearest) {
        Map<String, Object> problem = Asked.refusal(query);
        assertEquals(400, problem.get("status"));
        assertEquals(parameter, problem.get("parameter"));
        assertEquals(place, problem.get("place"), problem.toString());
        assertEquals(
                nearest,
                problem.containsKey("nearest") ? ((List<?>) problem.get("nearest")).get(0) : null,
                problem.toString());
        assertTrue(problem.containsKey("expected"));
    }

    @Test
    void takesGroupsThatDoNotOverlapInEveryRule() {
        Asked.text("top=3&drilldown=sdg.five-ps");
        Asked.text("rounding=additive&decimals=0&drilldown=sdg.five-ps&subtotals=rollup&top=1");
        // overlaps only in years that are not asked for
        Asked.text("top=3&drilldown=location.groups&structure=2023");
    }

    @Test
    void refusesMoreCodesThanCanBeLookedUp() {
        String codes = "5;".repeat(1_000) + "5";
        assertTrue(Asked.refusal("cut=sdg:" + codes).get("detail").toString().contains("1001 codes; it can name 1000"));
    }
}
