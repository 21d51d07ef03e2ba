package org.undatacube.aggregation.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/**
 * An entity's year that is published but that no breakdown of it can answer for.
 *
 * @param amountReported the control total that is missing from the answer
 */
public record Gap(String entity, int year, String reason, Usd amountReported) {
    /** @param needed what none of its breakdowns gives */
    static Gap of(Publication publication, DimensionSet needed) {
        String published = publication.breakdowns().stream()
                .map(breakdown -> breakdown.dimensions().size() == 0 ? "a total" : words(breakdown.dimensions()))
                .distinct()
                .collect(Collectors.joining("; "));
        return new Gap(
                publication.entity(),
                publication.year(),
                "no published breakdown of " + publication.entity() + " " + publication.year() + " gives "
                        + together(needed) + " (published: " + published + ")",
                new Usd(publication.controlTotal()));
    }

    static String together(DimensionSet dimensions) {
        return dimensions.size() > 1 ? words(dimensions) + " together" : words(dimensions);
    }

    private static String words(DimensionSet dimensions) {
        List<String> words = new ArrayList<>(
                dimensions.inOrder().stream().map(Dimension::code).toList());
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }
}
