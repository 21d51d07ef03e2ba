package org.undatacube.changefeed;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/**
 * Which breakdown answers a question where several could: one that ties to the control total, then the one with the
 * fewest dimensions, then the one whose dimensions come first in the standards' order, then the oldest.
 *
 * @param tolerance by how many dollars a breakdown may differ from the control total and still tie to it
 */
public record Preference(BigDecimal tolerance) {

    /** @param needed the dimensions that the breakdown must give */
    public Optional<PublishedBreakdown> best(Publication publication, DimensionSet needed) {
        return publication.breakdowns().stream()
                .filter(breakdown -> breakdown.dimensions().containsAll(needed))
                .min(Comparator.comparing((PublishedBreakdown breakdown) -> !ties(breakdown, publication))
                        .thenComparing(breakdown -> breakdown.dimensions().size())
                        .thenComparing(breakdown -> breakdown.dimensions().inOrder(), Preference::compareInOrder)
                        .thenComparing(PublishedBreakdown::breakdown));
    }

    private boolean ties(PublishedBreakdown breakdown, Publication publication) {
        return breakdown.total().subtract(publication.controlTotal()).abs().compareTo(tolerance) <= 0;
    }

    private static int compareInOrder(List<Dimension> left, List<Dimension> right) {
        Iterator<Dimension> others = right.iterator();
        for (Dimension dimension : left) {
            int compared = others.hasNext() ? dimension.compareTo(others.next()) : 1;
            if (compared != 0) {
                return compared;
            }
        }
        return others.hasNext() ? -1 : 0;
    }
}
