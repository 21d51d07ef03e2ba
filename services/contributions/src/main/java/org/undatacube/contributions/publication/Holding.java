package org.undatacube.contributions.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.publication.EditionPublication.Member;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;

/** What is in force for an entity's year and flow while an edition is made: first the old, then the new. */
final class Holding {
    private final Set<Long> published = new HashSet<>();
    private final Set<Submission> touched = new LinkedHashSet<>();
    private final Map<DimensionSet, Breakdown> breakdowns = new LinkedHashMap<>();
    private Optional<Amount> controlTotal;
    private UUID last;

    /** Which entity, year and flow. */
    record Key(String entity, int year, Flow flow) {
        static Key of(Submission submission) {
            return new Key(submission.entity, submission.year, submission.flow);
        }
    }

    private Holding(Optional<Amount> controlTotal) {
        this.controlTotal = controlTotal;
    }

    static Holding inForce(Key key) {
        Optional<EditionPublication> inForce = EditionPublication.inForce(key.entity(), key.year(), key.flow());
        Holding holding = new Holding(inForce.map(publication -> publication.controlTotal));
        inForce.ifPresent(publication -> {
            holding.last = publication.submission;
            publication.breakdowns.forEach(member -> {
                Breakdown breakdown = Breakdown.findById(member.breakdown());
                holding.published.add(breakdown.id);
                holding.touched.add(breakdown.submission);
                holding.breakdowns.put(breakdown.dimensions(), breakdown);
            });
        });
        return holding;
    }

    /** Lets a submission take effect. */
    void apply(Submission submission) {
        if (submission.replaces == Replaces.SUBMISSION) {
            breakdowns.clear();
            controlTotal = Optional.empty();
        }
        controlTotal = submission.controlTotalOver(controlTotal);
        submission.breakdowns.forEach(breakdown -> breakdowns.put(breakdown.dimensions(), breakdown));
        touched.add(submission);
        last = submission.id;
    }

    /** What is in force now, by dimensions. */
    Map<DimensionSet, Breakdown> breakdowns() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(breakdowns));
    }

    /** Empty before the first publication, and where what takes effect does not say one yet. */
    Optional<Amount> controlTotal() {
        return controlTotal;
    }

    /**
     * Writes down what is in force from the edition on, and which submissions are so no longer.
     *
     * @return what became of the submissions
     */
    List<AuditEvent> publish(long edition, Key key) {
        EditionPublication publication = new EditionPublication();
        publication.edition = edition;
        publication.submission = last;
        publication.entity = key.entity();
        publication.year = key.year();
        publication.flow = key.flow();
        publication.controlTotal = controlTotal.orElseThrow();
        breakdowns
                .values()
                .forEach(breakdown ->
                        publication.breakdowns.add(new Member(breakdown.id, published.contains(breakdown.id))));
        publication.persist();
        Collection<Submission> inForce = breakdowns.values().stream()
                .map(breakdown -> breakdown.submission)
                .collect(Collectors.toSet());
        List<AuditEvent> events = new ArrayList<>();
        for (Submission submission : touched) {
            if (submission.status == Status.CERTIFIED) {
                submission.become(Status.PUBLISHED);
                events.add(event(Action.PUBLISHED, submission, edition).with("contentHash", submission.contentHash));
            }
            if (!inForce.contains(submission)) {
                submission.become(Status.SUPERSEDED);
                events.add(event(Action.SUPERSEDED, submission, edition));
            }
        }
        return events;
    }

    private static AuditEvent event(Action action, Submission submission, long edition) {
        return AuditEvent.of(action, submission.auditSubject()).with("edition", edition);
    }
}
