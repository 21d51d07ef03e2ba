package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.AVERAGE;
import static org.undatacube.aggregation.cube.Measure.Plain.LINES;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.codelists.Dimension;

class MeasuresTest {
    @RegisterExtension
    static final SmallCube CUBE = SmallCube.expenses();

    @Test
    void dividesTheAmountByTheLines() {
        assertEquals(
                List.of("2: 67.777777778 9", "142: 32.50 2"),
                CUBE.cells(CUBE.ask().by("location.region").measures(AVERAGE, LINES)));
    }

    @Test
    void leavesOutLinesByTheirAmount() {
        assertEquals(
                List.of("2: 80.00 4", "142: 5.00 1"),
                CUBE.cells(CUBE.ask()
                        .by("location.region")
                        .measures(AMOUNT, LINES)
                        .where(Comparison.LT, "50")
                        .cut(Dimension.LOCATION, "2", "142")));
    }

    @Test
    void sharesTheTotalAndTheParentAtEachLevel() {
        assertEquals(
                List.of(
                        "2 2022: 0.222222222 0.245901639",
                        "2 2023: 0.251851852 0.278688525",
                        "2 2024: 0.42962963 0.475409836",
                        "142 2023: 0.088888889 0.923076923",
                        "142 2024: 0.007407407 0.076923077",
                        "2: 0.903703704 0.903703704",
                        "142: 0.096296296 0.096296296",
                        ": 1 null"),
                CUBE.cells(CUBE.ask()
                        .by("location.region", "year")
                        .measures(Measure.Share.TOTAL, Measure.Share.PARENT)
                        .subtotals(Subtotals.ROLLUP)));
    }

    @Test
    void sharesAParentWithoutSubtotalsToo() {
        assertEquals(
                List.of("2022 2: 1", "2023 2: 0.739130435", "2023 142: 0.260869565"),
                CUBE.cells(CUBE.ask()
                        .by("year", "location.region")
                        .years(2022, 2023)
                        .measures(Measure.Share.PARENT)));
    }

    @Test
    void sharesWhatIsNegativeToo() {
        assertEquals(
                List.of("ML: 40.00 1.333333333", "NA: -10.00 -0.333333333"),
                CUBE.cells(CUBE.ask()
                        .by("location.country")
                        .cut(Dimension.ENTITY, "WFP")
                        .years(2023, 2023)
                        .measures(AMOUNT, Measure.Share.TOTAL)));
    }

    @Test
    void changesAgainstTheYearBeforeEvenWhereItIsCutOff() {
        Asked asked = CUBE.ask()
                .by("location.country", "year")
                .years(2023, 2024)
                .measures(AMOUNT, Asked.CHANGE, Asked.GROWTH);

        assertEquals(
                List.of(
                        "ML 2023: 150.00 50.00 0.5",
                        "ML 2024: 200.00 50.00 0.333333333",
                        "EG 2023: 30.00 -20.00 -0.4",
                        "EG 2024: 70.00 40.00 1.333333333",
                        "NA 2023: -10.00 -10.00 null",
                        "NA 2024: 20.00 30.00 -3",
                        "AF 2023: 60.00 60.00 null",
                        "AF 2024: 5.00 -55.00 -0.916666667"),
                CUBE.cells(asked));
        Answer answer = CUBE.answer(asked);
        assertEquals("525.00 null null", SmallCube.figures(answer.total()));
        assertEquals(
                List.of("Different entities are covered in 2022 and 2023, so changes between them are partly of what is"
                        + " covered."),
                answer.notes());
    }

    @Test
    void knowsNoChangeAgainstAYearThatIsNotCovered() {
        assertEquals(
                List.of("2022: null null", "2023: 80.00 0.533333333", "2024: 65.00 0.282608696"),
                CUBE.cells(CUBE.ask().by("year").measures(Asked.CHANGE, Asked.GROWTH)));
    }

    @Test
    void changesAgainstABaseYear() {
        Measure since2022 = new Measure.Change(false, Optional.of(2022));

        assertEquals(
                List.of("2022: 0.00", "2023: 80.00", "2024: 145.00", ": null"),
                CUBE.cells(CUBE.ask().by("year").measures(since2022).subtotals(Subtotals.ROLLUP)));
        assertEquals(
                List.of("2 2024: 140.00", "142 2024: 5.00"),
                CUBE.cells(CUBE.ask()
                        .by("location.region", "year")
                        .years(2024, 2024)
                        .measures(since2022)));
    }

    @Test
    void addsUpTheYearsOfTheQuestion() {
        Asked asked = CUBE.ask().by("location.region", "year").measures(AMOUNT, Asked.CUMULATIVE);

        assertEquals(
                List.of(
                        "2 2022: 150.00 150.00",
                        "2 2023: 170.00 320.00",
                        "2 2024: 290.00 610.00",
                        "142 2023: 60.00 60.00",
                        "142 2024: 5.00 65.00"),
                CUBE.cells(asked));
        assertEquals(
                List.of(
                        "2 2023: 170.00 170.00",
                        "2 2024: 290.00 460.00",
                        "142 2023: 60.00 60.00",
                        "142 2024: 5.00 65.00"),
                CUBE.cells(asked.years(2023, 2024)));
    }

    @Test
    void sortsWhatHasNoValueLastEitherWay() {
        Asked asked = CUBE.ask().by("year").measures(Asked.CHANGE);

        assertEquals(List.of("2023: 80.00", "2024: 65.00", "2022: null"), CUBE.cells(asked.order(Asked.CHANGE, true)));
        assertEquals(
                List.of("2024: 65.00", "2023: 80.00", "2022: null"),
                CUBE.cells(CUBE.ask().by("year").measures(Asked.CHANGE).order(Asked.CHANGE, false)));
    }

    @Test
    void sortsByLabels() {
        assertEquals(
                List.of("AF: 65.00", "EG: 150.00", "ML: 450.00", "NA: 10.00"),
                CUBE.cells(CUBE.ask().by("location.country").orderByLabel("location.country", false)));
        assertEquals(
                List.of("LDC: 515.00", "NORTH: 150.00", "SAHEL: 200.00", "-: 10.00"),
                CUBE.cells(CUBE.ask().by("location.groups").orderByLabel("location.groups", false)));
        assertEquals(
                List.of("SAHEL: 200.00", "NORTH: 150.00", "LDC: 515.00", "-: 10.00"),
                CUBE.cells(CUBE.ask().by("location.groups").orderByLabel("location.groups", true)));
    }

    @Test
    void recastsByTheClassificationOfAYear() {
        Asked asked = CUBE.ask().by("location.groups", "year").years(2023, 2023);

        assertEquals(List.of("LDC 2023: 210.00", "NORTH 2023: 30.00", "- 2023: -10.00"), CUBE.cells(asked));
        assertEquals(
                List.of("LDC 2023: 210.00", "SAHEL 2023: 150.00", "NORTH 2023: 30.00", "- 2023: -10.00"),
                CUBE.cells(asked.structure(2024)));
        assertEquals(
                "The figures are recast: all lines are shown by the classification of 2024, in which codes that had ended"
                        + " by then are followed to those that took their place.",
                CUBE.answer(asked).notes().get(1));
    }
}
