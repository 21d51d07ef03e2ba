package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.AVERAGE;
import static org.undatacube.aggregation.cube.Measure.Plain.ENTITIES;
import static org.undatacube.aggregation.cube.Measure.Plain.LINES;
import static org.undatacube.aggregation.cube.Measure.Plain.MAXIMUM;
import static org.undatacube.aggregation.cube.Measure.Plain.MINIMUM;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Subtotals;

class TopTest {
    @RegisterExtension
    static final SmallCube CUBE = SmallCube.expenses();

    @Test
    void putsTheLinesOfTheRestIntoOneCell() {
        Asked asked = CUBE.ask()
                .by("location.country")
                .measures(AMOUNT, LINES, ENTITIES, AVERAGE, MINIMUM, MAXIMUM, Asked.COUNTRIES, Measure.Share.TOTAL)
                .top(2, true);

        assertEquals(
                List.of(
                        "ML: 450.00 4 2 112.50 40.00 200.00 1 0.666666667",
                        "EG: 150.00 3 2 50.00 30.00 70.00 1 0.222222222",
                        // AF 60 and 5 of UNDP, NA -10 and 20 of WFP
                        "Others: 75.00 4 2 18.75 -10.00 60.00 2 0.111111111"),
                CUBE.cells(asked));
        assertEquals(
                "675.00 11 2 61.363636364 -10.00 200.00 4 1",
                SmallCube.figures(CUBE.answer(asked).total()));
    }

    @Test
    void leavesTheRestOutWhereOthersAreNotWanted() {
        Asked asked = CUBE.ask().by("location.country").top(2, false);

        assertEquals(List.of("ML: 450.00", "EG: 150.00"), CUBE.cells(asked));
        assertEquals("675.00", SmallCube.figures(CUBE.answer(asked).total()));
    }

    @Test
    void keepsTheLastOnesWhereTheOrderIsAscending() {
        assertEquals(
                List.of("NA: 10.00", "AF: 65.00", "Others: 600.00"),
                CUBE.cells(CUBE.ask().by("location.country").top(2, true).order(AMOUNT, false)));
    }

    @Test
    void makesNoOthersWhereNothingIsLeft() {
        assertEquals(
                List.of("2: 610.00", "142: 65.00"),
                CUBE.cells(CUBE.ask().by("location.region").top(2, true)));
    }

    @Test
    void breaksTiesByTheOrderOfTheList() {
        assertEquals(
                List.of("2024 ML: 1", "2024 Others: 3"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2024, 2024)
                        .measures(LINES)
                        .top(1, true)));
    }

    @Test
    void keepsTheSameMembersEverywhereUnlessToldPerWhat() {
        assertEquals(
                List.of(
                        "2022 ML: 100.00 1",
                        "2022 Others: 50.00 1",
                        "2023 ML: 150.00 1",
                        "2023 Others: 80.00 3",
                        "2024 ML: 200.00 1",
                        "2024 Others: 95.00 3"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .measures(AMOUNT, Asked.COUNTRIES)
                        .top(1, true)));
    }

    @Test
    void keepsWithinEachCellItsOwn() {
        Asked asked = CUBE.ask()
                .by("year", "location.country")
                .measures(AMOUNT, Asked.COUNTRIES, ENTITIES)
                .top(2, true, "year");

        assertEquals(
                List.of(
                        "2022 ML: 100.00 1 1",
                        "2022 EG: 50.00 1 1",
                        "2023 ML: 150.00 1 2",
                        "2023 AF: 60.00 1 1",
                        "2023 Others: 20.00 2 2",
                        "2024 ML: 200.00 1 1",
                        "2024 EG: 70.00 1 1",
                        "2024 Others: 25.00 2 2"),
                CUBE.cells(asked));
    }

    @Test
    void comparesOthersWithWhatTheSameMembersHadInTheOtherYear() {
        assertEquals(
                List.of(
                        "2023 ML: 150.00 50.00 250.00",
                        "2023 AF: 60.00 60.00 60.00",
                        // EG 50 the year before
                        "2023 Others: 20.00 -30.00 70.00",
                        "2024 ML: 200.00 50.00 450.00",
                        "2024 EG: 70.00 40.00 150.00",
                        // AF 60 and NA -10 the year before
                        "2024 Others: 25.00 -25.00 75.00"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2022, 2024)
                        .measures(AMOUNT, Asked.CHANGE, Asked.CUMULATIVE)
                        .top(2, true, "year")
                        .page(10, 2)));
        assertEquals(
                List.of("2023 ML: 150.00 50.00", "2023 AF: 60.00 60.00", "2023 Others: 20.00 -30.00"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2023, 2023)
                        .measures(AMOUNT, Asked.CHANGE)
                        .top(2, true, "year")));
    }

    @Test
    void countsOthersWithinGroupsThatOverlap() {
        assertEquals(
                List.of(
                        // ML of both entities, then AF of UNDP
                        "LDC ML: 450.00 1 2",
                        "LDC Others: 65.00 1 1",
                        "SAHEL ML: 200.00 1 1",
                        "NORTH EG: 150.00 1 2",
                        "- NA: 10.00 1 1"),
                CUBE.cells(CUBE.ask()
                        .by("location.groups", "location.country")
                        .measures(AMOUNT, Asked.COUNTRIES, ENTITIES)
                        .top(1, true, "location.groups")));
        assertEquals(
                List.of(
                        "LDC 5: 475.00 2 1",
                        "LDC Others: 40.00 1 1",
                        "SAHEL 5: 200.00 1 1",
                        "NORTH 1: 80.00 1 1",
                        "NORTH Others: 70.00 1 1",
                        "- 2: 10.00 1 1"),
                CUBE.cells(CUBE.ask()
                        .by("location.groups", "sdg.goal")
                        .measures(AMOUNT, Asked.COUNTRIES, ENTITIES)
                        .top(1, true, "location.groups")));
    }

    @Test
    void keepsTopMembersInsideSubtotals() {
        assertEquals(
                List.of(
                        "2023 ML: 150.00 2",
                        "2023 Others: 80.00 2",
                        "2024 ML: 200.00 1",
                        "2024 Others: 95.00 2",
                        "2023: 230.00 2",
                        "2024: 295.00 2",
                        "ML: 350.00 2",
                        "Others: 175.00 2",
                        ": 525.00 2"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2023, 2024)
                        .measures(AMOUNT, ENTITIES)
                        .subtotals(Subtotals.CUBE)
                        .top(1, true, "year")));
    }

    @Test
    void ranksByWhatIsNotAnAmount() {
        // the changes are ML 50, EG 40, NA 30, AF -55
        assertEquals(
                List.of("2024 ML: 50.00", "2024 Others: 15.00"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2024, 2024)
                        .measures(Asked.CHANGE)
                        .top(1, true, "year")));
        assertEquals(
                List.of("2024 AF: -55.00", "2024 Others: 120.00"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.country")
                        .years(2024, 2024)
                        .measures(Asked.CHANGE)
                        .order(Asked.CHANGE, false)
                        .top(1, true, "year")));
    }
}
