package org.undatacube.contributions.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.http.Problem;

/** Makes editions, one after the other. */
@ApplicationScoped
class Publisher {
    private final EntityManager entities;
    private final Clock clock;
    private final AuditTrail trail;

    Publisher(EntityManager entities, Clock clock, AuditTrail trail) {
        this.entities = entities;
        this.clock = clock;
        this.trail = trail;
    }

    /**
     * Publishes submissions as one edition, all or none. Where several are of the same entity, year and flow they take
     * effect in the order given: a later one replaces or supplements an earlier one as it would in an edition of its
     * own.
     *
     * @throws Problem (404) where one does not exist, (409) where one is not certified, or a test
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Edition publish(List<UUID> ids, String title, String publishedBy) {
        long number = takeNumber();
        List<Submission> submissions = ids.stream().map(Submission::lock).toList();
        requirePublishable(submissions);

        Edition edition = new Edition();
        edition.number = number;
        edition.publishedAt = timeAfter(number - 1);
        edition.title = title;
        edition.publishedBy = publishedBy;
        edition.submissions.addAll(ids);
        edition.persist();

        Map<Holding.Key, Holding> holdings = new LinkedHashMap<>();
        submissions.forEach(submission -> holdings.computeIfAbsent(Holding.Key.of(submission), Holding::inForce)
                .apply(submission));
        List<AuditEvent> events = new ArrayList<>();
        holdings.forEach((key, holding) -> events.addAll(holding.publish(number, key)));
        trail.record(publishedBy, events);
        return edition;
    }

    /** Waits for the edition being made now: its number and effects are seen before the next one's. */
    private long takeNumber() {
        Object last = entities.createNativeQuery("select number from last_edition for update", Long.class)
                .getSingleResult();
        entities.createNativeQuery("update last_edition set number = number + 1")
                .executeUpdate();
        return (Long) last + 1;
    }

    private Instant timeAfter(long edition) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Edition before = Edition.findById(edition);
        // a clock that was set back must not turn the order of editions round
        return before == null || now.isAfter(before.publishedAt) ? now : before.publishedAt.plus(1, ChronoUnit.MICROS);
    }

    private static void requirePublishable(List<Submission> submissions) {
        Map<UUID, String> inTheWay = new LinkedHashMap<>();
        submissions.stream()
                .filter(submission -> submission.test || submission.status != Status.CERTIFIED)
                .forEach(
                        submission -> inTheWay.put(submission.id, submission.test ? "test" : submission.status.code()));
        if (!inTheWay.isEmpty()) {
            throw new Problem(
                            ContributionProblem.NOT_PUBLISHABLE,
                            inTheWay.size() + " of " + submissions.size()
                                    + " submissions are not certified, or are tests.")
                    .with("submissions", inTheWay);
        }
    }
}
