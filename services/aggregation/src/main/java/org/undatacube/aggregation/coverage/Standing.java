package org.undatacube.aggregation.coverage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.Preference;
import org.undatacube.codelists.DimensionSet;

/** What stands of a cube in an edition, by entity and year, and which breakdowns answer, which is found out anew only after long. */
public final class Standing {
    private static final int MOST_WANTED = 50;

    private final List<Published> publications;
    private final List<Published> withdrawals;
    /** Of so many dimensions can be asked together that not all are kept. */
    private final Cache<Wanted, List<Pick>> picks = Caffeine.newBuilder()
            .maximumSize(MOST_WANTED)
            .executor(Runnable::run)
            .build();

    private record Wanted(DimensionSet needed, BigDecimal tolerance) {}

    /**
     * A publication and which breakdown of it gives some dimensions.
     *
     * @param breakdown empty where none does
     */
    public record Pick(Publication publication, Optional<PublishedBreakdown> breakdown) {}

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
        return picks.get(new Wanted(needed, tolerance), this::pick);
    }

    private List<Pick> pick(Wanted wanted) {
        Preference preference = new Preference(wanted.tolerance());
        return stream()
                .map(publication -> new Pick(publication, preference.best(publication, wanted.needed())))
                .toList();
    }
}
