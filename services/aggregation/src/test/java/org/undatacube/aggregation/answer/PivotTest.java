package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.undatacube.aggregation.cube.Measure.Plain.AMOUNT;
import static org.undatacube.aggregation.cube.Measure.Plain.ENTITIES;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.codelists.Dimension;

class PivotTest {
    @RegisterExtension
    static final SmallCube CUBE = SmallCube.expenses();

    @Test
    void laysTheYearsAcrossWithAllTotals() {
        Asked asked =
                CUBE.ask().by("location.region", "year").columns("year").measures(AMOUNT, ENTITIES, Measure.Share.ROW);

        assertEquals(
                List.of(
                        ": 2022, 2023, 2024",
                        "2: 150.00 1 0.245901639, 170.00 2 0.278688525, 290.00 2 0.475409836 = 610.00 2 1",
                        "142: -, 60.00 1 0.923076923, 5.00 1 0.076923077 = 65.00 1 1",
                        ": 150.00 1 0.222222222, 230.00 2 0.340740741, 295.00 2 0.437037037 = 675.00 2 1"),
                table(asked));
        assertNull(CUBE.answer(asked).cells());
        assertEquals(2, CUBE.answer(asked).cellCount());
    }

    @Test
    void sortsRowsByTheirTotalsAndColumnsByTheirKeys() {
        assertEquals(
                List.of(
                        ": 2024, 2023, 2022",
                        "EG: 70.00, 30.00, 50.00 = 150.00",
                        "AF: 5.00, 60.00, - = 65.00",
                        ": 295.00, 230.00, 150.00 = 675.00"),
                table(CUBE.ask()
                        .by("year", "location.country")
                        .columns("year")
                        .order(AMOUNT, true)
                        .order("year", true)
                        .page(2, 1)));
    }

    @Test
    void totalsTheRowsOfSubtotalsToo() {
        Asked asked = CUBE.ask()
                .by("location.region", "location.country", "year")
                .columns("year")
                .years(2023, 2024)
                .subtotals(Subtotals.ROLLUP);

        assertEquals(
                List.of(
                        ": 2023, 2024",
                        "2 ML: 150.00, 200.00 = 350.00",
                        "2 EG: 30.00, 70.00 = 100.00",
                        "2 NA: -10.00, 20.00 = 10.00",
                        "142 AF: 60.00, 5.00 = 65.00",
                        "2: 170.00, 290.00 = 460.00",
                        "142: 60.00, 5.00 = 65.00",
                        ": 230.00, 295.00 = 525.00",
                        ": 230.00, 295.00 = 525.00"),
                table(asked));
        assertEquals(
                List.of("location.region"), CUBE.answer(asked).rows().get(4).grouping());
    }

    @Test
    void hidesCellsAndWhatIsEmptyThenButNoTotals() {
        assertEquals(
                List.of(
                        ": 2023, 2024",
                        "ML: 150.00, 200.00 = 450.00",
                        "EG: -, 70.00 = 150.00",
                        "AF: 60.00, - = 65.00",
                        ": 230.00, 295.00 = 675.00"),
                table(CUBE.ask()
                        .by("location.country", "year")
                        .columns("year")
                        .having(AMOUNT, Comparison.GE, "60")
                        .having(AMOUNT, Comparison.NE, "100")));
    }

    @Test
    void putsOthersIntoARowOrAColumn() {
        assertEquals(
                List.of(
                        ": 2022, 2023, 2024",
                        "ML: 100.00, 150.00, 200.00 = 450.00",
                        "Others: 50.00, 80.00, 95.00 = 225.00",
                        ": 150.00, 230.00, 295.00 = 675.00"),
                table(CUBE.ask().by("year", "location.country").columns("year").top(1, true)));
        assertEquals(
                List.of(
                        ": ML, Others",
                        "2023: 0.652173913, 0.347826087 = 1",
                        "2024: 0.677966102, 0.322033898 = 1",
                        ": 0.666666667, 0.333333333 = 1"),
                table(CUBE.ask()
                        .by("year", "location.country")
                        .columns("location.country")
                        .years(2023, 2024)
                        .measures(Measure.Share.ROW)
                        .order(Measure.Share.ROW, true)
                        .top(1, true)));
    }

    @Test
    void sharesTheRowAndTheParentOfOthersToo() {
        assertEquals(
                List.of(
                        ": 2023, 2024",
                        "ML: 0.428571429 0.652173913, 0.571428571 0.677966102 = 1 0.666666667",
                        "Others: 0.457142857 0.347826087, 0.542857143 0.322033898 = 1 0.333333333",
                        ": 0.438095238 0.438095238, 0.561904762 0.561904762 = 1 null"),
                table(CUBE.ask()
                        .by("year", "location.country")
                        .columns("year")
                        .years(2023, 2024)
                        .measures(Measure.Share.ROW, Measure.Share.PARENT)
                        .order(Measure.Share.PARENT, true)
                        .top(1, true)));
    }

    @Test
    void isEmptyWhereNoLineIs() {
        assertEquals(
                List.of(": ", ":  = 0.00"),
                table(CUBE.ask().by("location.country", "year").columns("year").cut(Dimension.LOCATION, "G&I")));
    }

    private List<String> table(Asked asked) {
        Answer answer = CUBE.answer(asked);
        List<String> table = answer.rows().stream()
                .map(row -> row(SmallCube.keys(row.keys()), row.cells(), row.total()))
                .collect(Collectors.toList());
        table.add(
                0,
                ": "
                        + answer.columns().stream()
                                .map(column -> SmallCube.keys(column.keys()))
                                .collect(Collectors.joining(", ")));
        table.add(row("", answer.columnTotals(), answer.total()));
        return table;
    }

    private static String row(String keys, List<Figures> cells, Figures total) {
        return keys + ": " + cells.stream().map(SmallCube::figures).collect(Collectors.joining(", ")) + " = "
                + SmallCube.figures(total);
    }
}
