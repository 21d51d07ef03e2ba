package org.undatacube.registry.codelist;

import org.undatacube.codelists.CodeList;

/**
 * A list as it was at one moment.
 *
 * @param contentHash the same for the same content, whenever and wherever it is read
 */
record Snapshot(CodeListView view, CodeList codes, String contentHash) {

    boolean isOf(StoredCodeList list) {
        // a later version can hold again what an earlier one held
        return contentHash.equals(list.contentHash) && view.version().equals(list.version);
    }
}
