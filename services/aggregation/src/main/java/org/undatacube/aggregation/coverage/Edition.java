package org.undatacube.aggregation.coverage;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.undatacube.changefeed.EditionChange;

/**
 * One edition as it was taken in.
 *
 * @param number from 1 without gaps; 0 is the state before anything was published
 * @param publishedAt null for edition 0
 * @param submissions what it published
 */
public record Edition(long number, Instant publishedAt, Set<UUID> submissions) {
    /** The state before anything was published. */
    public static final Edition NONE = new Edition(0, null, Set.of());

    public Edition {
        submissions = Set.copyOf(submissions);
    }

    /** Two histories that begin differently do not agree on their editions' times and submissions. */
    public static Edition of(EditionChange change) {
        return new Edition(
                change.edition(),
                change.publishedAt(),
                change.publications().stream()
                        .map(EditionChange.Publication::submission)
                        .collect(Collectors.toSet()));
    }
}
