package org.undatacube.aggregation.following;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.codelists.PastLists;
import org.undatacube.codelists.Registry;

/** The members of earlier moments, so that a question about the past is answered by the lists of then. */
final class PastMembers {
    private static final int KEPT = 64;

    private final MemberHistory history;
    private final PastLists lists;
    private final Clock clock;
    private final Cache<Instant, Members> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    PastMembers(MemberHistory history, Registry registry, Clock clock) {
        this.history = history;
        this.clock = clock;
        this.lists = new PastLists(registry);
    }

    /**
     * The members by which a question was answered at a moment; for one in the future those of now.
     *
     * @throws Registry.Unavailable where the registry cannot be reached and they were never read before
     */
    Members asOf(Instant moment) {
        return moment.isAfter(clock.instant()) ? history.current().orElseThrow() : kept.get(moment, this::read);
    }

    private Members read(Instant moment) {
        Map<Dimension, CodeList> then = new EnumMap<>(Dimension.class);
        Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            then.put(dimension, lists.codeList(dimension, moment));
            hierarchies.put(dimension, lists.hierarchies(dimension, moment));
        }
        Members members = new Members(then, hierarchies);
        // the same object where nothing changed since, for what is computed from members is kept with them
        return history.current()
                .filter(current -> current.version().equals(members.version()))
                .orElse(members);
    }
}
