package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.codelists.Dimension;

/** Reads {@code subtotals=rollup}. */
final class SubtotalsReader {
    private static final long MOST_SETS = 128;

    private SubtotalsReader() {}

    static Subtotals read(Parameters parameters, List<Drilldown> drilldowns) {
        List<Subtotals> all = List.of(Subtotals.values());
        Subtotals subtotals = parameters
                .word(
                        ParameterNames.SUBTOTALS,
                        all.stream().map(Subtotals::code).toList())
                .flatMap(word ->
                        all.stream().filter(one -> one.code().equals(word)).findFirst())
                .orElse(Subtotals.NONE);
        if (subtotals == Subtotals.CUBE && setsOfACube(drilldowns) > MOST_SETS) {
            throw parameters.wrong(
                    ParameterNames.SUBTOTALS,
                    "A cube of these drilldowns has " + setsOfACube(drilldowns) + " sets of subtotals; it can have "
                            + MOST_SETS + ".",
                    "rollup, or fewer drilldowns");
        }
        return subtotals;
    }

    /** Each dimension is left out or shown by one or more of its own drilldowns from the first. */
    private static long setsOfACube(List<Drilldown> drilldowns) {
        Map<Optional<Dimension>, Long> ofEachDimension =
                drilldowns.stream().collect(Collectors.groupingBy(Drilldown::codedIn, Collectors.counting()));
        return ofEachDimension.values().stream().map(count -> count + 1).reduce(1L, (some, more) -> some * more);
    }
}
