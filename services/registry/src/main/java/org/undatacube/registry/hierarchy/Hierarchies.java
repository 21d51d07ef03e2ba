package org.undatacube.registry.hierarchy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;
import org.undatacube.registry.codelist.CodeLists;

/** Reads hierarchies, as they are and as they were. */
@ApplicationScoped
public class Hierarchies {
    private static final int NEAREST = 5;

    private final CodeLists lists;

    Hierarchies(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * Those of a list that questions may name, by identifier.
     *
     * @throws Problem (404) where there is no such list
     */
    @Transactional
    public List<Hierarchy> read(String list) {
        return all(list, null).stream()
                .map(HierarchySnapshot::document)
                .filter(document -> !document.closed())
                .map(HierarchyDocument::toHierarchy)
                .toList();
    }

    /**
     * The same in every version of each, the latest first.
     *
     * @throws Problem (404) where there is no such list
     */
    @Transactional
    public List<Hierarchy> history(String list) {
        return read(list).stream()
                .flatMap(hierarchy -> StoredHierarchyVersion.latestFirst(list, hierarchy.id()).stream())
                .map(version -> version.toSnapshot().document().toHierarchy())
                .toList();
    }

    /**
     * Every hierarchy of a list, the closed ones among them, by identifier.
     *
     * @param asOf a moment (ISO 8601); null for now
     */
    @Transactional
    List<HierarchySnapshot> all(String list, String asOf) {
        lists.read(list);
        List<StoredHierarchyVersion> versions = asOf == null
                ? StoredHierarchyVersion.allLatest(list)
                : StoredHierarchyVersion.allInForce(list, CodeLists.moment(asOf));
        return versions.stream().map(StoredHierarchyVersion::toSnapshot).toList();
    }

    /**
     * A hierarchy in one of its versions; the latest where neither is given.
     *
     * @param asOf a moment (ISO 8601) at which the version was in force
     * @throws Problem (404) where there is no such list or hierarchy, (400) where it has no such version or had none then
     */
    @Transactional
    HierarchySnapshot read(String list, String id, String version, String asOf) {
        lists.read(list);
        if (version != null && asOf != null) {
            throw Problem.invalidParameter("asOf", asOf, "Ask for a version or for a moment, not for both.", "none");
        }
        HierarchySnapshot latest = latest(list, id).orElseThrow(() -> unknown(list, id));
        if (version != null) {
            return StoredHierarchyVersion.named(list, id, version)
                    .map(StoredHierarchyVersion::toSnapshot)
                    .orElseThrow(() -> unknownVersion(list, id, version));
        }
        if (asOf != null) {
            return StoredHierarchyVersion.inForce(list, id, CodeLists.moment(asOf))
                    .map(StoredHierarchyVersion::toSnapshot)
                    .orElseThrow(() -> notYet(list, id, asOf));
        }
        return latest;
    }

    /** All versions of a hierarchy, the latest first. */
    @Transactional
    List<HierarchyVersionView> versions(String list, String id) {
        read(list, id, null, null);
        return StoredHierarchyVersion.latestFirst(list, id).stream()
                .map(HierarchyVersionView::of)
                .toList();
    }

    /** What is another in one version than in another; the latest where none is named. */
    @Transactional
    HierarchyVersionDiff diff(String list, String id, String from, String to) {
        return HierarchyVersionDiff.between(
                read(list, id, from, null).document(), read(list, id, to, null).document());
    }

    static Optional<HierarchySnapshot> latest(String list, String id) {
        return StoredHierarchyVersion.latest(list, id).map(StoredHierarchyVersion::toSnapshot);
    }

    static Problem unknown(String list, String id) {
        List<String> known = StoredHierarchyVersion.allLatest(list).stream()
                .map(version -> version.key.hierarchy())
                .toList();
        List<String> nearest = NearestSpellings.find(known, id, NEAREST);
        String there = known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
        return Problem.notFound("The list " + list + " has no hierarchy " + id + "; " + there + ".")
                .with("nearest", nearest.isEmpty() ? known : nearest);
    }

    private Problem unknownVersion(String list, String id, String version) {
        return Problem.invalidParameter(
                "version",
                version,
                "The hierarchy " + id + " has no version " + version + ".",
                versions(list, id).stream().map(HierarchyVersionView::version).toList());
    }

    private Problem notYet(String list, String id, String asOf) {
        List<HierarchyVersionView> versions = versions(list, id);
        return Problem.invalidParameter(
                "asOf",
                asOf,
                "The hierarchy " + id + " had no version yet.",
                "not before " + versions.get(versions.size() - 1).madeAt());
    }
}
