package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What is another in one version of a list than in another. */
public record VersionDiff(
        String id, String from, String to, @JsonUnwrapped CodeListDiff diff) {

    static VersionDiff between(Snapshot from, Snapshot to) {
        return new VersionDiff(
                to.view().id(),
                from.view().version(),
                to.view().version(),
                CodeListDiff.between(from.view(), to.view()));
    }
}
