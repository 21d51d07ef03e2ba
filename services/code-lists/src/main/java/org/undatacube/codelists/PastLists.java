package org.undatacube.codelists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registry's lists and hierarchies as they were at a moment. What the registry's own reference files brought stands
 * for the time before the registry began to keep versions as well; what somebody made later was not there then.
 */
public final class PastLists {
    private static final String REFERENCE_FILES = "reference files";

    private final Registry registry;

    private record Version(String version, String madeAt, String madeBy, boolean closed) {}

    private record Head(String id) {}

    public PastLists(Registry registry) {
        this.registry = registry;
    }

    /** @throws Registry.Unavailable where the registry cannot be reached and the version was never read before */
    public CodeList codeList(Dimension dimension, Instant moment) {
        String path = Registry.path(dimension);
        List<Version> versions = versions(path);
        Version then = inForce(versions, moment).orElseGet(() -> versions.get(versions.size() - 1));
        CodeList latest = registry.codeList(dimension);
        // the same object, for what is computed from a list is kept with it
        return latest.version().equals(then.version())
                ? latest
                : registry.read(path + "?version=" + then.version(), CodeList.class);
    }

    /** @throws Registry.Unavailable where the registry cannot be reached and a version was never read before */
    public List<Hierarchy> hierarchies(Dimension dimension, Instant moment) {
        String path = Registry.path(dimension) + "/hierarchies";
        List<Hierarchy> latest = registry.hierarchies(dimension);
        List<Hierarchy> then = new ArrayList<>();
        for (Head head : registry.read(path + "?closed=true", Head[].class)) {
            List<Version> versions = versions(path + "/" + head.id());
            inForce(versions, moment)
                    .or(() -> Optional.of(versions.get(versions.size() - 1))
                            .filter(first -> first.madeBy().equals(REFERENCE_FILES)))
                    .filter(version -> !version.closed())
                    .ifPresent(version -> then.add(hierarchy(path, head.id(), version.version(), latest)));
        }
        return then;
    }

    private Hierarchy hierarchy(String path, String id, String version, List<Hierarchy> latest) {
        return latest.stream()
                .filter(hierarchy ->
                        hierarchy.id().equals(id) && hierarchy.version().equals(version))
                .findFirst()
                .orElseGet(() -> registry.read(path + "/" + id + "?version=" + version, Hierarchy.class));
    }

    /** Latest first. */
    private List<Version> versions(String path) {
        return List.of(registry.read(path + "/versions", Version[].class));
    }

    private static Optional<Version> inForce(List<Version> latestFirst, Instant moment) {
        return latestFirst.stream()
                .filter(version -> !Instant.parse(version.madeAt()).isAfter(moment))
                .findFirst();
    }
}
