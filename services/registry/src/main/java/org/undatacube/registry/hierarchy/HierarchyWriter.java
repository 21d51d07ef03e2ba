package org.undatacube.registry.hierarchy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.Provenance;
import org.undatacube.registry.codelist.Version;

/** The one way in which a hierarchy changes: by a new version of it, made by its owner. */
@ApplicationScoped
public class HierarchyWriter {
    private static final Logger LOG = Logger.getLogger(HierarchyWriter.class);

    private final CodeLists lists;
    private final CodeListWriter listWriter;
    private final ObjectMapper json;
    private final Clock clock;

    HierarchyWriter(CodeLists lists, CodeListWriter listWriter, ObjectMapper json, Clock clock) {
        this.lists = lists;
        this.listWriter = listWriter;
        this.json = json;
        this.clock = clock;
    }

    /** What must be there for a change to be made. */
    @FunctionalInterface
    interface Precondition {
        /**
         * @param tag of the hierarchy as it is; empty where there is none
         * @throws Problem (412) where that is not what is expected
         */
        void require(Optional<String> tag);
    }

    /**
     * Keeps a hierarchy as it is sent. What is there already makes no new version, whatever the precondition: so a
     * request that is sent again, because its answer was lost, gets the answer it should have had.
     *
     * @throws Problem (404, 412, 403, 422) where there is no such list, something else is there than expected, the
     *     hierarchy belongs to another, or it may not be as it is sent
     */
    @Transactional
    HierarchySnapshot put(
            String list, String id, HierarchyDocument sent, Precondition precondition, Provenance provenance) {
        lists.read(list);
        listWriter.lock(list);
        Optional<HierarchySnapshot> current = Hierarchies.latest(list, id);
        HierarchyDocument wanted = Ownership.of(current, provenance.by()).claim(sent.at(list, id, sent.owner()));
        if (current.filter(known -> known.document().saysTheSameAs(wanted)).isPresent()) {
            return current.get();
        }
        precondition.require(current.map(HierarchySnapshot::tag));
        Ownership.of(current, provenance.by()).require(wanted);
        List<Finding> findings = HierarchyCheck.of(lists.codeList(list), wanted);
        if (!findings.isEmpty()) {
            throw HierarchyCheck.problem(findings);
        }
        return settle(current, wanted, provenance);
    }

    /** Lets questions name it no more; what it said stays to be read. Closing it again changes nothing. */
    @Transactional
    void close(String list, String id, Precondition precondition, Provenance provenance) {
        lists.read(list);
        listWriter.lock(list);
        HierarchySnapshot current = Hierarchies.latest(list, id).orElseThrow(() -> Hierarchies.unknown(list, id));
        if (current.document().closed()) {
            return;
        }
        precondition.require(Optional.of(current.tag()));
        HierarchyDocument closed = current.document().asClosed();
        Ownership.of(Optional.of(current), provenance.by()).require(closed);
        settle(Optional.of(current), closed, provenance);
    }

    /** Puts a shipped hierarchy into the state of the reference files. What somebody else keeps under its name stays. */
    @Transactional(TxType.MANDATORY)
    public void seed(HierarchyDocument reference) {
        String hash = Fingerprint.of(reference.toString());
        listWriter.lock(reference.list());
        Optional<HierarchySnapshot> current = Hierarchies.latest(reference.list(), reference.id());
        if (current.filter(known -> !known.document().owner().equals(Provenance.REFERENCE_FILES))
                .isPresent()) {
            LOG.warnf(
                    "The hierarchy %s of %s is not shipped any more: it belongs to %s",
                    reference.id(), reference.list(), current.get().document().owner());
            return;
        }
        StoredHierarchy stored = StoredHierarchy.named(reference.list(), reference.id());
        if (hash.equals(stored.referenceHash)) {
            return;
        }
        List<Finding> findings = HierarchyCheck.of(lists.codeList(reference.list()), reference);
        if (!findings.isEmpty()) {
            throw new IllegalStateException(reference.list() + ", hierarchy " + reference.id() + ": " + findings);
        }
        stored.referenceHash = hash;
        settle(current, reference, Provenance.SHIPPED);
    }

    /** Makes the next version, if it says something else than the last. */
    private HierarchySnapshot settle(
            Optional<HierarchySnapshot> current, HierarchyDocument next, Provenance provenance) {
        Version version = current.map(known -> Version.of(known.document().version())
                        .next(HierarchyDiff.between(known.document(), next).impact()))
                .orElse(Version.FIRST);
        if (current.filter(known -> known.document().saysTheSameAs(next)).isPresent()) {
            return current.get();
        }
        StoredHierarchy.named(next.list(), next.id());
        StoredHierarchyVersion stored = StoredHierarchyVersion.of(
                current.map(known -> known.revision() + 1).orElse(1), next.withVersion(version.toString()));
        stored.madeAt = now(current);
        stored.madeBy = provenance.by();
        stored.reason = provenance.reason();
        stored.contentHash = contentHash(next);
        stored.persistAndFlush();
        return stored.toSnapshot();
    }

    private String contentHash(HierarchyDocument document) {
        try {
            return Fingerprint.of(json.writeValueAsBytes(document.withVersion("")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Later than the former version, whatever the clock does, and as exact as the database. */
    private Instant now(Optional<HierarchySnapshot> former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return former.map(HierarchySnapshot::madeAt)
                .filter(before -> !now.isAfter(before))
                .map(before -> before.plus(1, ChronoUnit.MICROS))
                .orElse(now);
    }
}
