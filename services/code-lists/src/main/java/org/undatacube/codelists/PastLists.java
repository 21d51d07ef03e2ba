package org.undatacube.codelists;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The registry's lists and hierarchies as they were at a moment. What the registry's own reference files brought stands
 * for the time before the registry began to keep versions as well; what somebody made later was not there then.
 *
 * <p>Which version was in force at a moment is told only by a list of versions that was read after it. A version never
 * changes, so that it is read once.
 */
public final class PastLists {
    private static final String REFERENCE_FILES = "reference files";
    private static final int MOST_KEPT = 64;

    private final Registry registry;
    /** By address; the one that was used longest ago comes first. */
    private final Map<String, Object> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Version(String version, String madeAt, String madeBy, boolean closed) {}

    private record Head(String id) {}

    /**
     * The lists and hierarchies of a moment.
     *
     * @param versions all their versions
     */
    public record Then(String versions, Map<Dimension, CodeList> lists, Map<Dimension, List<Hierarchy>> hierarchies) {
        private static Then of(Map<Dimension, CodeList> lists, Map<Dimension, List<Hierarchy>> hierarchies) {
            String versions = lists.entrySet().stream()
                    .map(list -> list.getKey() + "=" + list.getValue().version()
                            + hierarchies.get(list.getKey()).stream()
                                    .map(hierarchy -> "/" + hierarchy.id() + "=" + hierarchy.version())
                                    .collect(Collectors.joining()))
                    .collect(Collectors.joining(","));
            return new Then(versions, lists, hierarchies);
        }
    }

    public PastLists(Registry registry) {
        this.registry = registry;
    }

    /**
     * The lists and hierarchies of all dimensions.
     *
     * @param patience how long reading them may take
     * @throws Registry.Unavailable where the registry has to be asked and does not answer in time
     */
    public Then asOf(Instant moment, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, codeList(dimension, moment, deadline));
            hierarchies.put(dimension, hierarchies(dimension, moment, deadline));
        }
        return Then.of(lists, hierarchies);
    }

    private CodeList codeList(Dimension dimension, Instant moment, Deadline deadline) {
        String path = Registry.path(dimension);
        List<Version> versions = versions(path, moment, deadline);
        Version then = inForce(versions, moment).orElseGet(() -> versions.get(versions.size() - 1));
        // the same object, for what is computed from a list is kept with it
        return registry.known(path, CodeList.class)
                .filter(latest -> latest.version().equals(then.version()))
                .orElseGet(() -> version(path, then.version(), CodeList.class, deadline));
    }

    private List<Hierarchy> hierarchies(Dimension dimension, Instant moment, Deadline deadline) {
        String path = Registry.path(dimension) + "/hierarchies";
        List<Hierarchy> latest = registry.known(Registry.hierarchiesPath(dimension), Hierarchy[].class)
                .map(List::of)
                .orElse(List.of());
        List<Hierarchy> then = new ArrayList<>();
        for (Head head : registry.readSince(moment, path + "?closed=true", Head[].class, deadline)) {
            List<Version> versions = versions(path + "/" + head.id(), moment, deadline);
            inForce(versions, moment)
                    .or(() -> Optional.of(versions.get(versions.size() - 1))
                            .filter(first -> first.madeBy().equals(REFERENCE_FILES)))
                    .filter(version -> !version.closed())
                    .ifPresent(version -> then.add(latest.stream()
                            .filter(hierarchy -> hierarchy.id().equals(head.id())
                                    && hierarchy.version().equals(version.version()))
                            .findFirst()
                            .orElseGet(() ->
                                    version(path + "/" + head.id(), version.version(), Hierarchy.class, deadline))));
        }
        return then;
    }

    private <T> T version(String path, String version, Class<T> type, Deadline deadline) {
        String address = path + "?version=" + version;
        Object known = find(address);
        if (known == null) {
            known = registry.readOnce(address, type, deadline);
            keep(address, known);
        }
        return type.cast(known);
    }

    private synchronized Object find(String address) {
        return kept.get(address);
    }

    private synchronized void keep(String address, Object version) {
        kept.put(address, version);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    /** Latest first. */
    private List<Version> versions(String path, Instant moment, Deadline deadline) {
        return List.of(registry.readSince(moment, path + "/versions", Version[].class, deadline));
    }

    private static Optional<Version> inForce(List<Version> latestFirst, Instant moment) {
        return latestFirst.stream()
                .filter(version -> !Instant.parse(version.madeAt()).isAfter(moment))
                .findFirst();
    }
}
