package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.AVERAGE;
import static org.undatacube.aggregation.cube.Measure.Plain.LINES;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.codelists.Flow;

class RoundingTest {
    @RegisterExtension
    static final SmallCube CUBE = cube();

    private static SmallCube cube() {
        Published published = new Published();
        published.publish(published.publication(
                Flow.EXPENSE,
                "UNDP",
                2023,
                breakdown(
                        "location,sdg",
                        "location=ML sdg=1 1.3",
                        "location=ML sdg=5 1.3",
                        "location=EG sdg=1 1.4",
                        "location=EG sdg=5 -2.5",
                        "location=AF sdg=1 0.5",
                        "location=AF sdg=5 0.5")));
        return new SmallCube(SampleLists.members(), published);
    }

    @Test
    void roundsAmountsHalfToEvenAtTheEdgeAndNothingElse() {
        assertEquals(
                List.of("ML: 3 1 2 1.04", "EG: -1 -1 2 -0.44", "AF: 1 0 2 0.4"),
                CUBE.cells(CUBE.ask()
                        .by("location.country")
                        .measures(AMOUNT, AVERAGE, LINES, Measure.Share.TOTAL)
                        .rounded(0, false)));
        assertEquals(
                "2.5000",
                SmallCube.figures(CUBE.answer(CUBE.ask().rounded(4, false)).total()));
    }

    @Test
    void roundsPartsSoThatTheyAddUpToTheirRoundedWhole() {
        // 2.5 is 2; of ML 2.6, EG -1.1 and AF 1.0 the floors are 2, -2 and 1, so the one left goes to EG with .9
        assertEquals(
                List.of("ML: 2", "EG: -1", "AF: 1"),
                CUBE.cells(CUBE.ask().by("location.country").rounded(0, true)));
    }

    @Test
    void sharesEachRoundedWholeAmongItsParts() {
        Asked asked = CUBE.ask()
                .by("location.country", "sdg.goal")
                .subtotals(Subtotals.ROLLUP)
                .rounded(0, true);

        assertEquals(
                List.of(
                        "ML 1: 1",
                        "ML 5: 1",
                        "EG 1: 1",
                        "EG 5: -2",
                        "AF 1: 1",
                        "AF 5: 0",
                        "ML: 2",
                        "EG: -1",
                        "AF: 1",
                        ": 2"),
                CUBE.cells(asked));
        assertEquals("2", SmallCube.figures(CUBE.answer(asked).total()));
    }

    @Test
    void roundsOthersToTheRestOfTheWhole() {
        assertEquals(
                List.of("ML: 2", "Others: 0"),
                CUBE.cells(CUBE.ask().by("location.country").top(1, true).rounded(0, true)));
    }
}
