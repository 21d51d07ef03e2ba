package org.undatacube.registry.hierarchy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What is another in one version of a hierarchy than in another. */
public record HierarchyVersionDiff(
        String id, String from, String to, @JsonUnwrapped HierarchyDiff diff) {

    static HierarchyVersionDiff between(HierarchyDocument from, HierarchyDocument to) {
        return new HierarchyVersionDiff(to.id(), from.version(), to.version(), HierarchyDiff.between(from, to));
    }
}
