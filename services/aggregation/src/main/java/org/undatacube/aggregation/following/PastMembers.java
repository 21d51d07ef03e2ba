package org.undatacube.aggregation.following;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.PastLists;
import org.undatacube.codelists.Registry;

/** The members of earlier moments, so that a question about the past is answered by the lists of then. */
final class PastMembers {
    private static final int KEPT = 64;

    private final MemberHistory history;
    private final PastLists lists;
    private final Clock clock;
    /** By the versions, so that nothing is kept for a moment of which not all is known yet. */
    private final Cache<String, Members> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PastMembers(MemberHistory history, Registry registry, Clock clock) {
        this.history = history;
        this.clock = clock;
        this.lists = new PastLists(registry);
    }

    /**
     * The members by which a question was answered at a moment; for one in the future those of now.
     *
     * @param patience how long reading them may take
     * @throws Registry.Unavailable where the registry has to be asked and does not answer in time
     */
    Members asOf(Instant moment, Duration patience) {
        if (moment.isAfter(clock.instant())) {
            return history.current().orElseThrow();
        }
        PastLists.Then then = lists.asOf(moment, patience);
        // the same object where nothing changed since, for what is computed from members is kept with them
        return history.current()
                .filter(current -> areOf(current, then))
                .orElseGet(() -> kept.get(then.versions(), versions -> new Members(then.lists(), then.hierarchies())));
    }

    private static boolean areOf(Members members, PastLists.Then then) {
        return then.lists().entrySet().stream()
                .allMatch(list -> members.areOf(
                        list.getKey(), list.getValue(), then.hierarchies().get(list.getKey())));
    }
}
