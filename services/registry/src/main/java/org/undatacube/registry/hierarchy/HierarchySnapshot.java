package org.undatacube.registry.hierarchy;

import java.time.Instant;

/**
 * One version of a hierarchy, which never changes.
 *
 * @param revision counts the hierarchy's versions from 1
 * @param madeAt since when it is in force
 * @param contentHash the same for the same content
 */
record HierarchySnapshot(int revision, Instant madeAt, HierarchyDocument document, String contentHash) {
    private static final int ENOUGH_OF_THE_HASH = 20;

    /** A strong ETag's text. */
    String tag() {
        return document.version() + "-" + contentHash.substring(0, ENOUGH_OF_THE_HASH);
    }

    /** Another for another version of this or another hierarchy. */
    String said() {
        return document.id() + "=" + tag() + "@" + madeAt;
    }
}
