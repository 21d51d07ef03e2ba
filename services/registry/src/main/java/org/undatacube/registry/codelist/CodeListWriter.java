package org.undatacube.registry.codelist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.registry.Fingerprint;

/** The one way in which a list changes. Codes come in or are replaced whole; none is ever taken out. */
@ApplicationScoped
public class CodeListWriter {
    private final ObjectMapper json;
    private final Clock clock;

    CodeListWriter(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Puts a standard's list into the state of its reference file. Codes that were imported stay as they are.
     *
     * @param position the list's place among the lists
     */
    @Transactional(TxType.MANDATORY)
    public void seed(ReferenceList reference, int position) {
        StoredCodeList list = StoredCodeList.lock(reference.id());
        if (list != null && list.referenceHash.equals(reference.hash())) {
            return;
        }
        if (list == null) {
            list = empty(reference.id());
        }
        list.title = reference.title();
        list.standard = reference.standard();
        list.position = position;
        list.referenceHash = reference.hash();
        if (!list.levels.equals(reference.levels())) {
            list.levels.clear();
            list.levels.addAll(reference.levels());
        }
        list.persist();
        Counts counts = write(list, reference.codes());
        arrange(list, reference.codes());
        settle(list, counts.added() > 0);
    }

    /** Makes whoever else would change the list wait for the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    void lock(String listId) {
        StoredCodeList.lock(listId);
    }

    /** Adds the codes that the list does not have and replaces those that differ. */
    @Transactional(TxType.MANDATORY)
    Change upsert(String listId, List<Code> wanted) {
        StoredCodeList list = StoredCodeList.lock(listId);
        Counts counts = write(list, wanted);
        settle(list, counts.added() > 0);
        return new Change(list.version, counts.added(), counts.changed(), wanted.size() - counts.touched());
    }

    private record Counts(int added, int changed) {
        int touched() {
            return added + changed;
        }
    }

    private StoredCodeList empty(String id) {
        StoredCodeList list = new StoredCodeList();
        list.id = id;
        list.version = Version.NONE.toString();
        list.contentHash = "";
        list.changedAt = clock.instant();
        return list;
    }

    private static Counts write(StoredCodeList list, List<Code> wanted) {
        Map<String, StoredCode> stored = byCode(list);
        int added = 0;
        int changed = 0;
        for (Code code : wanted) {
            StoredCode known = stored.get(code.code());
            if (known == null) {
                StoredCode.of(list.id, code).persist();
                added++;
            } else if (!known.toCode().equals(code)) {
                known.take(code);
                changed++;
            }
        }
        return new Counts(added, changed);
    }

    private static void arrange(StoredCodeList list, List<Code> inOrder) {
        Map<String, StoredCode> stored = byCode(list);
        for (int place = 0; place < inOrder.size(); place++) {
            stored.get(inOrder.get(place).code()).position = place;
        }
    }

    private static Map<String, StoredCode> byCode(StoredCodeList list) {
        return StoredCode.inOrder(list.id).stream().collect(Collectors.toMap(code -> code.code, Function.identity()));
    }

    /** Gives the list a new version if, and only if, what it holds is not what it held. */
    private void settle(StoredCodeList list, boolean codesAdded) {
        CodeListView view = CodeListView.of(list, StoredCode.inOrder(list.id));
        // refuses unknown parents and cycles, in words, before the database does
        view.toCodeList();
        String contentHash = hash(view);
        if (!contentHash.equals(list.contentHash)) {
            list.contentHash = contentHash;
            list.version = Version.of(list.version).next(codesAdded).toString();
            list.changedAt = clock.instant();
        }
    }

    private String hash(CodeListView view) {
        try {
            return Fingerprint.of(json.writeValueAsBytes(
                    new CodeListView(view.id(), view.title(), "", view.standard(), view.levels(), view.codes())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
