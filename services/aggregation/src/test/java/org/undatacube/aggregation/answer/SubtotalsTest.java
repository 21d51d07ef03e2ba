package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.ENTITIES;
import static org.undatacube.aggregation.cube.Measure.Plain.LINES;
import static org.undatacube.aggregation.cube.Measure.Plain.MAXIMUM;
import static org.undatacube.aggregation.cube.Measure.Plain.MINIMUM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.codelists.Dimension;

class SubtotalsTest {
    @RegisterExtension
    static final SmallCube CUBE = SmallCube.expenses();

    @Test
    void listsTheDetailFirstAndTheGrandTotalLast() {
        Asked asked = CUBE.ask()
                .by("location.region", "year")
                .measures(AMOUNT, LINES, MINIMUM, MAXIMUM)
                .subtotals(Subtotals.ROLLUP);

        assertEquals(
                List.of(
                        "2 2022: 150.00 2 50.00 100.00",
                        "2 2023: 170.00 4 -10.00 110.00",
                        "2 2024: 290.00 3 20.00 200.00",
                        "142 2023: 60.00 1 60.00 60.00",
                        "142 2024: 5.00 1 5.00 5.00",
                        "2: 610.00 9 -10.00 200.00",
                        "142: 65.00 2 5.00 60.00",
                        ": 675.00 11 -10.00 200.00"),
                CUBE.cells(asked));
        Answer answer = CUBE.answer(asked);
        assertEquals(List.of("location.region", "year"), answer.cells().get(0).grouping());
        assertEquals(List.of("location.region"), answer.cells().get(5).grouping());
        assertEquals(List.of(), answer.cells().get(7).grouping());
        assertEquals(8, answer.cellCount());
        assertNull(CUBE.answer(CUBE.ask().by("year")).cells().get(0).grouping());
    }

    @Test
    void countsDifferentMembersAnewForEachSet() {
        assertEquals(
                List.of(
                        "ML 2023: 2 1",
                        "EG 2023: 1 1",
                        "NA 2023: 1 1",
                        "AF 2023: 1 1",
                        "ML: 2 1",
                        "EG: 1 1",
                        "NA: 1 1",
                        "AF: 1 1",
                        ": 2 4"),
                CUBE.cells(CUBE.ask()
                        .by("location.country", "year")
                        .years(2023, 2023)
                        .measures(ENTITIES, Asked.COUNTRIES)
                        .subtotals(Subtotals.ROLLUP)));
    }

    @Test
    void combinesTheLevelsOfEachDimension() {
        assertEquals(
                List.of(
                        "2 ML 2024: 200.00",
                        "2 EG 2024: 70.00",
                        "2 NA 2024: 20.00",
                        "142 AF 2024: 5.00",
                        "2 ML: 200.00",
                        "2 EG: 70.00",
                        "2 NA: 20.00",
                        "142 AF: 5.00",
                        "2 2024: 290.00",
                        "142 2024: 5.00",
                        "2: 290.00",
                        "142: 5.00",
                        "2024: 295.00",
                        ": 295.00"),
                CUBE.cells(CUBE.ask()
                        .by("location.region", "location.country", "year")
                        .years(2024, 2024)
                        .subtotals(Subtotals.CUBE)));
    }

    @Test
    void countsEachLineOnceInASubtotalOverGroupsThatOverlap() {
        assertEquals(
                List.of(
                        "2024 LDC: 205.00 2",
                        "2024 SAHEL: 200.00 1",
                        "2024 NORTH: 70.00 1",
                        "2024 -: 20.00 1",
                        "2024: 295.00 4",
                        "LDC: 205.00 2",
                        "SAHEL: 200.00 1",
                        "NORTH: 70.00 1",
                        "-: 20.00 1",
                        ": 295.00 4"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.groups")
                        .years(2024, 2024)
                        .measures(AMOUNT, LINES)
                        .subtotals(Subtotals.CUBE)));
    }

    @Test
    void hidesCellsOfEverySetButChangesNoFigure() {
        assertEquals(
                List.of("2 2024: 290.00 0.42962963", "2: 610.00 0.903703704", ": 675.00 1"),
                CUBE.cells(CUBE.ask()
                        .by("location.region", "year")
                        .measures(AMOUNT, Measure.Share.TOTAL)
                        .subtotals(Subtotals.ROLLUP)
                        .having(AMOUNT, Comparison.GE, "290")));
    }

    @Test
    void pagesThroughAllSets() {
        Asked asked = CUBE.ask()
                .by("location.region", "year")
                .subtotals(Subtotals.ROLLUP)
                .order(AMOUNT, true)
                .page(3, 4);

        assertEquals(List.of("142 2024: 5.00", "2: 610.00", "142: 65.00"), CUBE.cells(asked));
        assertEquals(8, CUBE.answer(asked).cellCount());
    }

    @Test
    void givesATotalButNoCellWhereNoLineIs() {
        Asked asked = CUBE.ask()
                .by("year")
                .cut(Dimension.LOCATION, "G&I")
                .measures(AMOUNT, LINES, ENTITIES, Measure.Plain.AVERAGE, MINIMUM, Measure.Share.TOTAL)
                .subtotals(Subtotals.ROLLUP);

        Answer answer = CUBE.answer(asked);

        assertEquals(List.of(), answer.cells());
        assertEquals("0.00 0 0 null null null", SmallCube.figures(answer.total()));
    }
}
