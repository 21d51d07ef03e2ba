package org.undatacube.registry.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.undatacube.codelists.Code;

/** The one way in which a list changes: by a new version of it. Codes come in or are said anew; none is ever taken out. */
@ApplicationScoped
public class CodeListWriter {
    private static final int PORTION = 1000;

    private final EntityManager entityManager;
    private final ContentHash contentHash;
    private final Clock clock;

    CodeListWriter(EntityManager entityManager, ContentHash contentHash, Clock clock) {
        this.entityManager = entityManager;
        this.contentHash = contentHash;
        this.clock = clock;
    }

    /**
     * Puts a list into the state of its reference file. What was imported stays, and so does what was made of a code since
     * the file said the same of it.
     *
     * @param position the list's place among the lists
     */
    @Transactional(TxType.MANDATORY)
    public void seed(ReferenceList reference, int position) {
        StoredCodeList list = StoredCodeList.lock(reference.id());
        if (list == null) {
            list = new StoredCodeList();
            list.id = reference.id();
            list.persist();
        } else if (list.referenceHash.equals(reference.hash())) {
            return;
        }
        list.position = position;
        list.referenceHash = reference.hash();
        Draft draft = draft(list.id).describedBy(reference);
        var said = StoredReferenceCode.hashes(list.id);
        for (Code code : reference.codes().get()) {
            String hash = contentHash.of(code);
            boolean saidBefore = hash.equals(said.get(code.code()));
            draft.place(code, saidBefore);
            if (!saidBefore) {
                StoredReferenceCode.say(list.id, code.code(), hash);
            }
        }
        settle(draft, Provenance.SHIPPED);
    }

    /** Makes whoever else would change the list wait for the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public void lock(String listId) {
        StoredCodeList.lock(listId);
    }

    /** What {@link #upsert} would do. */
    @Transactional(TxType.MANDATORY)
    public Change preview(String listId, List<Code> wanted) {
        Draft draft = draft(listId);
        wanted.forEach(draft::put);
        return draft.change();
    }

    /** Adds the codes that the list does not have and replaces those that differ. */
    @Transactional(TxType.MANDATORY)
    public Change upsert(String listId, List<Code> wanted, Provenance provenance) {
        lock(listId);
        Draft draft = draft(listId);
        wanted.forEach(draft::put);
        return settle(draft, provenance);
    }

    private static Draft draft(String listId) {
        return StoredVersion.latest(listId)
                .map(latest -> Draft.of(latest, StoredCode.at(listId, latest.key.revision())))
                .orElseGet(() -> Draft.empty(listId));
    }

    /** Gives the list a new version if, and only if, something changes. */
    private Change settle(Draft draft, Provenance provenance) {
        // refuses unknown parents and cycles, in words, before the database does
        draft.after().toCodeList();
        Change change = draft.change();
        if (change.diff().isEmpty()) {
            return change;
        }
        StoredVersion version = draft.toVersion(change, contentHash.of(draft.after()), now(draft), provenance);
        version.persist();
        entityManager
                .createNativeQuery("insert into known_code (list_id, code) select :list, unnest(:codes)")
                .setParameter("list", version.key.listId())
                .setParameter("codes", draft.newCodes().toArray(String[]::new))
                .executeUpdate();
        store(draft.differing(), version);
        return change;
    }

    /** In portions, as the entity manager would hold on to all codes of a large file until the end. */
    private void store(List<PlacedCode> codes, StoredVersion version) {
        for (int start = 0; start < codes.size(); start += PORTION) {
            codes.subList(start, Math.min(start + PORTION, codes.size()))
                    .forEach(placed -> StoredCode.of(version.key.listId(), version.key.revision(), placed)
                            .persist());
            entityManager.flush();
            entityManager.clear();
        }
    }

    /** The moment of a new version: later than the former's, whatever the clock does, and as exact as the database. */
    private Instant now(Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return draft.madeAt()
                .filter(former -> !now.isAfter(former))
                .map(former -> former.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }
}
