package org.undatacube.aggregation.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.DimensionSet;

/** What stands of a cube in an edition, by entity and year, and which breakdowns answer; each is found out once. */
public final class Standing {
    private final List<Published> publications;
    private final List<Published> withdrawals;
    private final Map<Wanted, List<Pick>> picks = new ConcurrentHashMap<>();

    private record Wanted(DimensionSet needed, BigDecimal tolerance) {}

    /**
     * A publication and which breakdown of it gives some dimensions.
     *
     * @param breakdown empty where none does
     * @param gap why none does; empty where one does
     */
    public record Pick(Publication publication, Optional<PublishedBreakdown> breakdown, Optional<Gap> gap) {}

    /**
     * A publication and since which edition it stands.
     *
     * @param publication of no breakdowns where it withdraws what was there
     */
    record Published(long edition, Publication publication) {}

    /** @param inForce one for each entity and year, sorted by them */
    Standing(List<Published> inForce) {
        publications = inForce.stream()
                .filter(published -> !published.publication().breakdowns().isEmpty())
                .toList();
        withdrawals = inForce.stream()
                .filter(published -> published.publication().breakdowns().isEmpty())
                .toList();
    }

    public List<Publication> publications() {
        return stream().toList();
    }

    public Stream<Publication> stream() {
        return publications.stream().map(Published::publication);
    }

    /** The last edition that published or withdrew anything within a scope; 0 where none did. */
    long lastChange(Predicate<Publication> scope) {
        long last = 0;
        for (Published published : publications) {
            if (published.edition() > last && scope.test(published.publication())) {
                last = published.edition();
            }
        }
        for (Published withdrawal : withdrawals) {
            if (withdrawal.edition() > last && scope.test(withdrawal.publication())) {
                last = withdrawal.edition();
            }
        }
        return last;
    }

    /** One for each publication, in their order. */
    List<Pick> picks(DimensionSet needed, BigDecimal tolerance) {
        return picks.computeIfAbsent(new Wanted(needed, tolerance), this::pick);
    }

    private List<Pick> pick(Wanted wanted) {
        Preference preference = new Preference(wanted.tolerance());
        return stream()
                .map(publication -> pick(publication, preference, wanted.needed()))
                .toList();
    }

    private static Pick pick(Publication publication, Preference preference, DimensionSet needed) {
        Optional<PublishedBreakdown> best = preference.best(publication, needed);
        return new Pick(
                publication, best, best.isPresent() ? Optional.empty() : Optional.of(Gap.of(publication, needed)));
    }
}
