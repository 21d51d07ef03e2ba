package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.Fingerprint;

/**
 * One version of a list, which never changes.
 *
 * @param revision counts the list's versions from 1
 * @param madeAt since when it is in force
 * @param contentHash the same for the same content, whenever and wherever it is read
 */
public record Snapshot(int revision, Instant madeAt, CodeListView view, CodeList codes, String contentHash) {
    private static final int CONTENT_DIGITS = 20;
    private static final int QUESTION_DIGITS = 12;

    /**
     * A strong entity tag: another for another content and for another question.
     *
     * @param question what is asked of the list, and in which form
     */
    String tag(Object question) {
        String content = contentHash.substring(0, CONTENT_DIGITS);
        String form = Fingerprint.of(question.toString()).substring(0, QUESTION_DIGITS);
        return view.version() + "-" + content + "-" + form;
    }

    static Snapshot of(StoredVersion version, List<Code> codes) {
        CodeListView view = CodeListView.of(version, codes);
        return new Snapshot(version.key.revision(), version.madeAt, view, view.toCodeList(), version.contentHash);
    }
}
