package org.undatacube.aggregation.following;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.codelists.Registry;

/** Reads the registry's code lists and hierarchies, and again whenever one of them changes. */
@ApplicationScoped
public class MemberFollower {
    private static final Logger LOG = Logger.getLogger(MemberFollower.class);

    private final MemberHistory history;
    private final Registry registry;
    private boolean missed;

    MemberFollower(MemberHistory history, Registry registry, Clock clock) {
        this.history = history;
        this.registry = registry;
        history.readPastBy(new PastMembers(history, registry, clock)::asOf);
    }

    /** Asks often, since the registry's client keeps the lists and so most of the time nothing is sent. */
    @Scheduled(every = "${datacube.registry.poll-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        try {
            refresh();
            missed = false;
        } catch (Registry.Unavailable e) {
            report(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The code lists cannot be used; those that were read before stay in use", e);
        }
    }

    private void report(String reason) {
        // it is asked every second; say it once
        if (!missed) {
            LOG.warnf("%s; nothing can be asked before it does", reason);
        }
        missed = true;
    }

    private void refresh() {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, registry.codeList(dimension));
            hierarchies.put(dimension, registry.hierarchies(dimension));
        }
        Optional<Members> present = history.current();
        boolean unchanged = present.isPresent()
                && Stream.of(Dimension.values())
                        .allMatch(dimension ->
                                present.get().areOf(dimension, lists.get(dimension), hierarchies.get(dimension)));
        if (!unchanged) {
            history.use(new Members(lists, hierarchies));
            LOG.info("Took in the code lists and their hierarchies");
        }
    }
}
