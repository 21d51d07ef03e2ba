package org.undatacube.registry.codelist;

import java.time.Instant;

/**
 * What is known of one version of a list.
 *
 * @param revision counts the list's versions from 1
 * @param madeAt since when it is in force
 * @param madeBy the identifier of the key that made it, or {@code reference files}
 * @param added how many codes came in; changed and retired likewise, the retired being among the changed
 * @param href where the list can be read as it was
 */
public record VersionView(
        String version,
        int revision,
        Instant madeAt,
        String madeBy,
        String reason,
        int added,
        int changed,
        int retired,
        String href) {

    static VersionView of(StoredVersion version) {
        return new VersionView(
                version.version,
                version.key.revision(),
                version.madeAt,
                version.madeBy,
                version.reason,
                version.added,
                version.changed,
                version.retired,
                "/api/v1/code-lists/" + version.key.listId() + "?version=" + version.version);
    }
}
