package org.undatacube.aggregation.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** For every entity, year and set of dimensions the one breakdown that answers, chosen as for a question. */
final class AnswerRows {
    private AnswerRows() {}

    static void write(Flow cube, Standing standing, BigDecimal tolerance, CsvTable table) {
        Preference preference = new Preference(tolerance);
        List<DimensionSet> sets = subsets(cube.dimensions());
        List<Publication> publications = standing.stream()
                .sorted(Comparator.comparingInt(Publication::year).thenComparing(Publication::entity))
                .toList();
        for (Publication publication : publications) {
            for (DimensionSet set : sets) {
                preference
                        .best(publication, set)
                        .ifPresent(breakdown -> table.row(List.of(
                                Integer.toString(publication.year()),
                                publication.entity(),
                                BreakdownRow.text(set),
                                Long.toString(breakdown.breakdown()))));
            }
        }
    }

    private static List<DimensionSet> subsets(List<Dimension> dimensions) {
        List<DimensionSet> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << dimensions.size(); bits++) {
            Set<Dimension> subset = EnumSet.noneOf(Dimension.class);
            for (int index = 0; index < dimensions.size(); index++) {
                if ((bits & (1 << index)) != 0) {
                    subset.add(dimensions.get(index));
                }
            }
            subsets.add(new DimensionSet(subset));
        }
        return subsets;
    }
}
