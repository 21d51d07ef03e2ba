package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.DimensionSet;

/** What stands of a cube in an edition, by entity and year, and which breakdowns answer; each is found out once. */
public final class Standing {
    private final List<Publication> publications;
    private final Map<Wanted, List<Pick>> picks = new ConcurrentHashMap<>();

    private record Wanted(DimensionSet needed, BigDecimal tolerance) {}

    /**
     * A publication and which breakdown of it gives some dimensions.
     *
     * @param breakdown empty where none does
     * @param gap why none does; empty where one does
     */
    record Pick(Publication publication, Optional<PublishedBreakdown> breakdown, Optional<Gap> gap) {}

    Standing(List<Publication> publications) {
        this.publications = List.copyOf(publications);
    }

    public Stream<Publication> stream() {
        return publications.stream();
    }

    /** One for each publication, in their order. */
    List<Pick> picks(DimensionSet needed, BigDecimal tolerance) {
        return picks.computeIfAbsent(new Wanted(needed, tolerance), this::pick);
    }

    private List<Pick> pick(Wanted wanted) {
        Preference preference = new Preference(wanted.tolerance());
        return publications.stream()
                .map(publication -> pick(publication, preference, wanted.needed()))
                .toList();
    }

    private static Pick pick(Publication publication, Preference preference, DimensionSet needed) {
        Optional<PublishedBreakdown> best = preference.best(publication, needed);
        return new Pick(
                publication, best, best.isPresent() ? Optional.empty() : Optional.of(Gap.of(publication, needed)));
    }
}
