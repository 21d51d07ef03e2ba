package org.undatacube.aggregation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.codelists.Dimension;

/** Every engine takes the lines that pass the filters, and no others. */
public abstract class FiltersLines extends EngineCase {
    @Test
    void filtersByYears() throws IOException {
        for (int year = 2018; year <= 2024; year++) {
            history.publish(publication(year, breakdown("sdg", "sdg=5 " + year)));
        }
        List<YearRange> some = List.of(new YearRange(2019, 2020), new YearRange(2023, 2023));

        assertEquals(List.of(": 6062.00 of 3"), asked(List.of(), new Filter.Years(some, false)));
        assertEquals(
                List.of("2018: 2018.00 of 1", "2021: 2021.00 of 1", "2022: 2022.00 of 1", "2024: 2024.00 of 1"),
                asked(List.of(YEAR), new Filter.Years(some, true)));
        assertEquals(List.of(), asked(List.of(), new Filter.Years(List.of(), false)));
        assertEquals(List.of(": 14147.00 of 7"), asked(List.of(), new Filter.Years(List.of(), true)));
    }

    @Test
    void filtersByCodes() throws IOException {
        location("location=ML 1", "location=EG 2", "location=AF 4", "location=2 8", "location=G&I 16");

        assertEquals(List.of(": 11.00 of 3"), asked(List.of(), below(Dimension.LOCATION, "2")));
        assertEquals(
                List.of(": 20.00 of 2"),
                asked(List.of(), below(Dimension.LOCATION, "2").negated()));
        assertEquals(List.of(": 8.00 of 1"), asked(List.of(), only(Dimension.LOCATION, "2")));
        assertEquals(List.of(": 18.00 of 2"), asked(List.of(), below(Dimension.LOCATION, "15", "G&I")));
        assertEquals(
                List.of("2: 8.00 of 1", "ML: 1.00 of 1"),
                asked(
                        List.of(COUNTRY),
                        below(Dimension.LOCATION, "2"),
                        below(Dimension.LOCATION, "15").negated()));
        assertEquals(List.of(), asked(List.of(), only(Dimension.LOCATION)));
        assertEquals(
                List.of(": 31.00 of 5"),
                asked(List.of(), only(Dimension.LOCATION).negated()));
    }

    @Test
    void filtersByGroupsOfTheLinesYear() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=G&I 2", "location=EG 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=XX 16")));

        assertEquals(List.of(": 8.00 of 1"), asked(List.of(), groups("SAHEL")));
        assertEquals(List.of(": 23.00 of 4"), asked(List.of(), groups("SAHEL").negated()));
        assertEquals(List.of(": 9.00 of 2"), asked(List.of(), groups("SAHEL", "LDC")));
        assertEquals(List.of(": 18.00 of 2"), asked(List.of(), groups(Grouping.NO_GROUP)));
        assertEquals(List.of(": 22.00 of 3"), asked(List.of(), groups(Grouping.NO_GROUP, "NORTH")));
        assertEquals(
                List.of(": 13.00 of 3"),
                asked(List.of(), groups(Grouping.NO_GROUP).negated()));
    }

    @Test
    void takesAFilterTwice() throws IOException {
        location("location=ML 1", "location=AF 2");

        assertEquals(
                List.of(": 1.00 of 1"),
                asked(List.of(), below(Dimension.LOCATION, "2"), below(Dimension.LOCATION, "2")));
    }

    @Test
    void filtersByAThousandCodes() throws IOException {
        location(IntStream.range(0, 2_000)
                .mapToObj(number -> "location=L" + number + " 1")
                .toArray(String[]::new));
        Map<String, List<YearRange>> stays = IntStream.range(1_000, 2_000)
                .boxed()
                .collect(Collectors.toMap(number -> "L" + number, number -> List.of(YearRange.ALWAYS)));
        Selection selection = new Selection(Dimension.LOCATION, stays, false);

        assertEquals(List.of(": 1000.00 of 1000"), asked(List.of(), new Filter.Codes(selection)));
        assertEquals(
                1_000,
                asked(List.of(COUNTRY), new Filter.Codes(selection.negated())).size());
    }

    @Test
    void comparesAmountsExactly() throws IOException {
        location("location=ML 1.000000001", "location=ML 1", "location=EG -1.5", "location=EG 0");

        Map<Comparison, String> sums = Map.of(
                Comparison.EQ, "1.00 of 1",
                Comparison.NE, "-0.499999999 of 3",
                Comparison.LT, "-1.50 of 2",
                Comparison.LE, "-0.50 of 3",
                Comparison.GT, "1.000000001 of 1",
                Comparison.GE, "2.000000001 of 2");
        for (Comparison comparison : Comparison.values()) {
            assertEquals(
                    List.of(": " + sums.get(comparison)),
                    asked(List.of(), new Filter.Amount(comparison, new BigDecimal("1.0"))),
                    comparison::code);
        }
    }

    @Test
    void leavesOutTheCellsThatAreExcepted() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=EG 2", "location=XX 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=202 16", "location=XX 32")));

        assertEquals(
                List.of("2023: 4.00 of 1", "2024: 32.00 of 1"),
                asked(List.of(YEAR), new Filter.Except(List.of(REGION), Set.of(List.of("2")))));
        assertEquals(
                List.of("202: 16.00 of 1", "EG: 2.00 of 1", "ML: 1.00 of 1", "XX: 4.00 of 1"),
                asked(
                        List.of(COUNTRY),
                        new Filter.Except(
                                List.of(COUNTRY, YEAR),
                                Set.of(List.of("ML", "2024"), List.of("XX", "2024"), List.of("EG", "2024")))));
        assertEquals(List.of(": 63.00 of 6"), asked(List.of(), new Filter.Except(List.of(COUNTRY), Set.of())));
    }

    private static Selection only(Dimension dimension, String... codes) {
        return MEMBERS.only(dimension, Set.of(codes), Structure.THEN);
    }

    private static Selection groups(String... groups) {
        return MEMBERS.inGroups(Dimension.LOCATION, "groups", Set.of(groups), Structure.THEN);
    }
}
