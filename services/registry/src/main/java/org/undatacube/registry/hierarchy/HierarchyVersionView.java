package org.undatacube.registry.hierarchy;

import java.time.Instant;

/**
 * What is known of one version of a hierarchy.
 *
 * @param revision counts the hierarchy's versions from 1
 * @param madeAt since when it is in force
 * @param madeBy the identifier of the key that made it, or {@code reference files}
 * @param href where the hierarchy can be read as it was
 */
public record HierarchyVersionView(
        String version,
        int revision,
        Instant madeAt,
        String madeBy,
        String reason,
        String owner,
        boolean closed,
        String href) {

    static HierarchyVersionView of(StoredHierarchyVersion version) {
        return new HierarchyVersionView(
                version.version,
                version.key.revision(),
                version.madeAt,
                version.madeBy,
                version.reason,
                version.owner,
                version.closed,
                HierarchyResource.address(version.key.listId(), version.key.hierarchy()) + "?version="
                        + version.version);
    }
}
