package org.undatacube.aggregation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.aggregation.query.View;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

class ObstacleTest {
    private final Published published = new Published();
    private final List<Publication> publications = List.of(
            published.publication(
                    Flow.EXPENSE,
                    "UNDP",
                    2023,
                    breakdown("function,location", "function=E01 location=ML 100.00"),
                    breakdown("sdg", "sdg=5 100.00")),
            published.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function,sdg", "function=E01 sdg=5 30.00")),
            published.publication(Flow.EXPENSE, "WFP", 2024, breakdown("location", "location=ML 50.00")));

    @Test
    void namesTheLargestPartsThatCanBeAnswered() {
        Obstacle obstacle = choice("function.function", "location.country", "sdg.goal")
                .obstacle()
                .orElseThrow();

        assertEquals(DimensionSet.of(Dimension.FUNCTION, Dimension.LOCATION, Dimension.SDG), obstacle.dimensions());
        assertEquals(
                List.of(
                        new Obstacle.Answerable(
                                DimensionSet.of(Dimension.FUNCTION, Dimension.LOCATION), 1, Usd.of("100.00")),
                        new Obstacle.Answerable(
                                DimensionSet.of(Dimension.FUNCTION, Dimension.SDG), 1, Usd.of("30.00"))),
                obstacle.answerable());
    }

    @Test
    void countsEveryEntityYearThatGivesAPart() {
        assertEquals(
                List.of(new Obstacle.Answerable(DimensionSet.of(Dimension.LOCATION), 2, Usd.of("150.00"))),
                choice("gem.marker", "location.country")
                        .obstacle()
                        .orElseThrow()
                        .answerable());
        assertEquals(
                List.of(new Obstacle.Answerable(DimensionSet.of(), 3, Usd.of("180.00"))),
                choice("gem.marker").obstacle().orElseThrow().answerable());
    }

    @Test
    void isNoneWhereSomethingCanBeAnsweredOrNothingIsPublished() {
        assertTrue(choice("function.function", "sdg.goal").obstacle().isEmpty());
        assertTrue(choice(List.of(new Cut.ByYears(List.of(new YearRange(1999, 1999)), false)), "gem.marker")
                .obstacle()
                .isEmpty());
    }

    @Test
    void attributesAllThatIsReportedOrSaysWhatNot() {
        for (String drilldown : List.of("function.function", "location.country", "sdg.goal", "gem.marker")) {
            Coverage coverage = choice(drilldown).coverage(true);
            assertEquals(Usd.of("180.00"), coverage.amountReported());
            assertEquals(
                    coverage.amountCovered(),
                    coverage.amountReported().minus(coverage.amountUnattributed()),
                    drilldown);
            assertEquals(
                    coverage.amountUnattributed(),
                    new Usd(coverage.gaps().stream()
                            .map(gap -> gap.amountReported().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)),
                    drilldown);
        }
    }

    @Test
    void choosesAlsoForTheYearsThatAreComparedWith() {
        List<Cut> cuts = List.of(new Cut.ByYears(List.of(new YearRange(2024, 2024)), false));
        Measure change = new Measure.Change(false, Optional.empty());
        Measure ofAnotherYear = new Measure.Change(false, Optional.of(2000));

        BreakdownChoice choice = choice(cuts, change, "location.country");
        assertEquals(List.of(4L), choice.breakdowns());
        assertEquals(List.of(1L), choice.withCompared().breakdowns(List.of(2023)));
        assertEquals(
                List.of(2023, 2024),
                choice.withCompared().entitiesByYear().keySet().stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of(4L),
                choice(cuts, ofAnotherYear, "location.country").withCompared().breakdowns());
    }

    private BreakdownChoice choice(String... drilldowns) {
        return choice(List.of(), drilldowns);
    }

    private BreakdownChoice choice(List<Cut> cuts, String... drilldowns) {
        return choice(cuts, Measure.Plain.AMOUNT, drilldowns);
    }

    private BreakdownChoice choice(List<Cut> cuts, Measure measure, String... drilldowns) {
        Question question = new Question(
                Flow.EXPENSE,
                Stream.of(drilldowns).map(ObstacleTest::drilldown).toList(),
                List.of(),
                cuts,
                List.of(),
                List.of(measure),
                List.of(),
                Subtotals.NONE,
                Optional.empty(),
                List.of(),
                Question.Page.ALL,
                View.PLAIN);
        Catalogue catalogue = Catalogue.EMPTY.with(new EditionChange(1, Instant.EPOCH, publications));
        return BreakdownChoice.of(
                question,
                catalogue.published(Flow.EXPENSE, catalogue.current()),
                SampleLists.members(),
                BigDecimal.ONE);
    }

    private static Drilldown drilldown(String key) {
        int dot = key.indexOf('.');
        return new Drilldown.ByLevel(Dimension.of(key.substring(0, dot)), key.substring(dot + 1));
    }
}
