package org.undatacube.aggregation.ask;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** The figures of the sample, asked in all ways. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class AggregateResourceTest {
    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void givesTheGrandTotalWithoutADrilldown() {
        LiveService.ask("")
                .body("cube", equalTo("expense"))
                .body("edition", equalTo(2))
                .body("publishedAt", equalTo("2025-01-02T00:00:00.123456Z"))
                .body("cells", hasSize(1))
                .body("cells[0]", equalTo(Map.of("amount", "507.00")))
                .body("cellCount", equalTo(1))
                .body("total", equalTo(Map.of("amount", "507.00")))
                .body("coverage.amountReported", equalTo("507.00"))
                .body("coverage.amountCovered", equalTo("507.00"))
                .body("coverage.amountUnattributed", equalTo("0.00"))
                .body("coverage", not(hasKey("gaps")))
                .body("notes", empty());
    }

    @Test
    void addsUpTheGoalsWithWhatTheyCover() {
        LiveService.ask("drilldown=sdg.goal&measures=amount,lines,entities&gaps=true")
                .body("cells.'sdg.goal'.code", contains("1", "5"))
                .body("cells.'sdg.goal'.label", contains("No poverty", "Gender equality"))
                .body("cells.amount", contains("5.00", "222.00"))
                .body("cells.lines", contains(1, 3))
                .body("cells.entities", contains(1, 2))
                .body("total.amount", equalTo("227.00"))
                .body("total.lines", equalTo(4))
                .body("total.entities", equalTo(2))
                .body("coverage.entitiesReporting", equalTo(3))
                .body("coverage.entitiesCovered", equalTo(2))
                .body("coverage.entityYearsReporting", equalTo(4))
                .body("coverage.entityYearsCovered", equalTo(3))
                .body("coverage.amountReported", equalTo("507.00"))
                .body("coverage.amountCovered", equalTo("227.00"))
                .body("coverage.amountUnattributed", equalTo("280.00"))
                .body("coverage.gaps", hasSize(1))
                .body("coverage.gaps[0].entity", equalTo("WFP"))
                .body("coverage.gaps[0].year", equalTo(2023))
                .body("coverage.gaps[0].amountReported", equalTo("280.00"))
                .body(
                        "coverage.gaps[0].reason",
                        equalTo("no published breakdown of WFP 2023 gives sdg (published: function)"));
    }

    @Test
    void neverCountsTwoBreakdownsOfOneTotal() {
        LiveService.ask("edition=1&cut=entity:UNDP").body("total.amount", equalTo("160.500000001"));
        LiveService.ask("edition=1&cut=entity:UNDP&drilldown=function.function")
                .body("cells.amount", contains("150.50", "10.000000001"))
                .body("total.amount", equalTo("160.500000001"));
        LiveService.ask("edition=1&cut=entity:UNDP&drilldown=sdg.target")
                .body("cells.'sdg.target'.code", contains("X00", "5.1", "5.2"))
                .body("total.amount", equalTo("160.500000001"));
    }

    @Test
    void showsALineCodedAboveTheLevelUnderItsOwnCode() {
        LiveService.ask("edition=1&drilldown=location.country&cut=location:region:2")
                .body("cells.'location.country'.code", contains("2", "ML", "EG"))
                .body("cells.'location.country'.label", contains("Africa", "Mali", "Egypt"))
                .body("cells.amount", contains("10.000000001", "105.00", "50.50"))
                .body("total.amount", equalTo("165.500000001"));
        LiveService.ask("edition=1&drilldown=location.subregion&cut=location:2")
                .body("cells.'location.subregion'.code", contains("2", "15", "202"));
    }

    @Test
    void joinsDimensionsWhereABreakdownGivesThemTogether() {
        LiveService.ask("drilldown=location.country,sdg.goal,year&cut=function:E01")
                .body("cells", hasSize(1))
                .body("cells[0].'location.country'.code", equalTo("ML"))
                .body("cells[0].'sdg.goal'.code", equalTo("5"))
                .body("cells[0].year", equalTo(2024))
                .body("cells[0].amount", equalTo("42.00"))
                .body("coverage.amountCovered", equalTo("42.00"))
                .body("coverage.amountReported", equalTo("507.00"));
    }

    @Test
    void cutsByEverythingThatALineIsBelowOf() {
        LiveService.ask("cut=entity:UNDP;WFP").body("total.amount", equalTo("432.00"));
        LiveService.ask("cut=entity:type:FUND-PROGRAMME").body("total.amount", equalTo("432.00"));
        LiveService.ask("cut=entity:UN-UNRISD")
                .body("total.amount", equalTo("5.00"))
                .body("coverage.amountReported", equalTo("75.00"));
        LiveService.ask("cut=year:2024").body("total.amount", equalTo("42.00"));
        LiveService.ask("cut=year:2020..2023|entity:undp").body("total.amount", equalTo("110.00"));
        LiveService.ask("cut=location:MLI").body("total.amount", equalTo("157.00"));
        LiveService.ask("cut=sdg:goal:5|location:ML").body("total.amount", equalTo("42.00"));
        LiveService.ask("cut=entity:UNDP|entity:WFP").body("cells", empty()).body("total.amount", equalTo("0.00"));
    }

    @Test
    void cutsByTheGroupsThatALinesCodeIsInInItsYear() {
        LiveService.ask("cut=location:groups:SAHEL").body("total.amount", equalTo("42.00"));
        LiveService.ask("cut=location:groups:LDC;SAHEL").body("total.amount", equalTo("227.00"));
        LiveService.ask("edition=1&cut=location:groups:NORTH").body("total.amount", equalTo("50.50"));
        LiveService.ask("edition=1&cut=location:groups:-").body("total.amount", equalTo("10.000000001"));
        LiveService.ask("edition=1&cut=location:groups:-;NORTH").body("total.amount", equalTo("60.500000001"));
        LiveService.ask("cut=sdg:five-ps:PEOPLE|location:groups:LDC|year:2023").body("total.amount", equalTo("75.00"));
        LiveService.ask("cut=entity:board:MEMBERS|year:2023")
                .body("total.amount", equalTo("5.00"))
                .body("coverage.amountReported", equalTo("75.00"));
        LiveService.ask("cut=entity:board:MEMBERS|year:2024")
                .body("total.amount", equalTo("42.00"))
                .body("coverage.amountReported", equalTo("42.00"));
        LiveService.ask("cut=location:groups:sahel;ldc").body("question.cut", equalTo("location:groups:LDC;SAHEL"));
    }

    @Test
    void addsUpByGroupsThatDoNotOverlapWithWhatIsInNone() {
        LiveService.ask("edition=1&drilldown=sdg.five-ps&measures=amount,lines&cut=entity:UNDP;UN")
                .body("cells.'sdg.five-ps'.code", contains("PEOPLE", "-"))
                .body("cells.'sdg.five-ps'.label", contains("People", "In no group"))
                .body("cells.amount", contains("215.25", "20.250000001"))
                .body("cells.lines", contains(4, 1))
                .body("total.amount", equalTo("235.500000001"))
                .body("total.lines", equalTo(5))
                .body("notes", empty());
        LiveService.ask("edition=1&drilldown=sdg.five-ps,year&order=-sdg.five-ps")
                .body("cells.'sdg.five-ps'.code", contains("PEOPLE", "-"));
    }

    @Test
    void saysWhereTheCellsOfGroupsOverlapAndKeepsTheTotalRight() {
        LiveService.ask("drilldown=location.groups,year&measures=amount,lines,entities")
                .body("cells.'location.groups'.code", contains("LDC", "LDC", "SAHEL"))
                .body("cells.year", contains(2023, 2024, 2024))
                .body("cells.amount", contains("185.00", "42.00", "42.00"))
                .body("cells.lines", contains(3, 1, 1))
                .body("cells.entities", contains(2, 1, 1))
                .body("total.amount", equalTo("227.00"))
                .body("total.lines", equalTo(4))
                .body(
                        "notes",
                        contains("The groups of location.groups overlap: a line is in the cell of every group that it"
                                + " belongs to, so the cells do not add up to the total."));
    }

    @Test
    void sortsAndPages() {
        LiveService.ask("drilldown=entity.entity&order=-amount&limit=2")
                .body("cells.'entity.entity'.code", contains("WFP", "UNDP"))
                .body("cellCount", equalTo(3))
                .body("total.amount", equalTo("507.00"));
        LiveService.ask("drilldown=entity.entity&order=-amount&limit=2&offset=2")
                .body("cells.'entity.entity'.code", contains("UN"))
                .body("cellCount", equalTo(3));
        LiveService.ask("drilldown=entity.entity&offset=9")
                .body("cells", empty())
                .body("cellCount", equalTo(3))
                .body("total.amount", equalTo("507.00"));
        LiveService.ask("drilldown=entity.entity&order=-entity.entity")
                .body("cells.'entity.entity'.code", contains("UN", "WFP", "UNDP"));
    }

    @Test
    void asksThePastAgain() {
        LiveService.ask("edition=1").body("edition", equalTo(1)).body("total.amount", equalTo("515.500000001"));
        LiveService.ask("asOf=2025-01-01").body("edition", equalTo(1)).body("total.amount", equalTo("515.500000001"));
        LiveService.ask("asOf=2025-01-02T00:00:00.123456Z").body("edition", equalTo(2));
        LiveService.ask("asOf=2025-01-02T00:00:00.123455Z").body("edition", equalTo(1));
        LiveService.ask("asOf=2024-12-31")
                .body("edition", equalTo(0))
                .body("publishedAt", equalTo(null))
                .body("cells", empty())
                .body("notes", contains("Nothing is published for the entities and years of this question."));
    }

    @Test
    void namesTheObstacleWhereNoBreakdownCanAnswer() {
        LiveService.ask("drilldown=gem.marker,sdg.goal")
                .body("cells", empty())
                .body("cellCount", equalTo(0))
                .body("total.amount", equalTo("0.00"))
                .body("coverage.entitiesCovered", equalTo(0))
                .body("coverage.amountUnattributed", equalTo("507.00"))
                .body(
                        "notes",
                        contains("No published breakdown of these entities and years gives sdg and gem together."));
        LiveService.ask("cut=year:1999")
                .body("coverage.entitiesReporting", equalTo(0))
                .body("notes", contains("Nothing is published for the entities and years of this question."));
    }
}
