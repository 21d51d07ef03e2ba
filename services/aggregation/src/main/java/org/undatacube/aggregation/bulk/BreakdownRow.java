package org.undatacube.aggregation.bulk;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/**
 * A breakdown that stands.
 *
 * @param dimensions as {@link #text} writes them
 */
record BreakdownRow(
        long breakdown,
        UUID submission,
        String entity,
        int year,
        String dimensions,
        long lines,
        Usd total,
        Usd controlTotal) {
    private static final String NO_DIMENSIONS = "none";

    private static BreakdownRow of(Publication publication, PublishedBreakdown breakdown) {
        return new BreakdownRow(
                breakdown.breakdown(),
                publication.submission(),
                publication.entity(),
                publication.year(),
                text(breakdown.dimensions()),
                breakdown.lines(),
                new Usd(breakdown.total()),
                new Usd(publication.controlTotal()));
    }

    /** By year, entity and number. */
    static List<BreakdownRow> of(Standing standing) {
        return standing.stream()
                .flatMap(publication -> publication.breakdowns().stream().map(breakdown -> of(publication, breakdown)))
                .sorted(Comparator.comparingInt(BreakdownRow::year)
                        .thenComparing(BreakdownRow::entity)
                        .thenComparingLong(BreakdownRow::breakdown))
                .toList();
    }

    static String text(DimensionSet dimensions) {
        Stream<Dimension> besides = dimensions.inOrder().stream().filter(dimension -> dimension != Dimension.ENTITY);
        String text = besides.map(Dimension::code).collect(Collectors.joining("+"));
        return text.isEmpty() ? NO_DIMENSIONS : text;
    }

    List<String> fields() {
        return List.of(
                Long.toString(breakdown),
                submission.toString(),
                entity,
                Integer.toString(year),
                dimensions,
                Long.toString(lines),
                total.toString(),
                controlTotal.toString());
    }
}
