package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * One version of a list, which never changes.
 *
 * @param revision counts the list's versions from 1
 * @param madeAt since when it is in force
 * @param contentHash the same for the same content, whenever and wherever it is read
 */
public record Snapshot(int revision, Instant madeAt, CodeListView view, CodeList codes, String contentHash) {

    static Snapshot of(StoredVersion version, List<Code> codes) {
        CodeListView view = CodeListView.of(version, codes);
        return new Snapshot(version.key.revision(), version.madeAt, view, view.toCodeList(), version.contentHash);
    }
}
