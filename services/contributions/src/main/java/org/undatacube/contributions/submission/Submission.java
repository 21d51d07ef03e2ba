package org.undatacube.contributions.submission;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;
import org.undatacube.http.VersionTag;

/** What one entity reports for one year and flow. Its lines are not held here: see {@link LineStore}. */
@Entity
@Table(name = "submission")
public class Submission extends PanacheEntityBase {
    @Id
    public UUID id;

    public String entity;
    public int year;
    public Flow flow;
    public Status status;

    /** Raised by every change; the entity tag. */
    public long version;

    /** To try things out: it is never published. */
    public boolean test;

    /** The audited total in United States dollars; null where the one in force at publication stays. */
    @Column(name = "control_total")
    public Amount controlTotal;

    /** Whether the control total is what its breakdowns agree on, and not one that was stated. */
    @Column(name = "control_total_derived")
    public boolean controlTotalDerived;

    public Replaces replaces;

    /** Where the figures come from, in the preparer's words; may be null. */
    public String source;

    /** The key that sent it. */
    @Column(name = "prepared_by")
    public String preparedBy;

    /** Everybody who changed it; none of them may certify it. */
    @ElementCollection
    @CollectionTable(name = "submission_preparer", joinColumns = @JoinColumn(name = "submission"))
    public Set<Preparer> preparers = new HashSet<>();

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "rules_version")
    public String rulesVersion;

    /** Version of each code list that it was judged by. */
    @Column(name = "lists_version")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, String> listsVersion;

    public long warnings;
    public long notes;

    /** Of the warnings, those of single lines: the others are found anew by each validation. */
    @Column(name = "line_warnings")
    public long lineWarnings;

    @Column(name = "line_notes")
    public long lineNotes;

    /** The key that certified it; null where nobody did. */
    @Column(name = "certified_by")
    public String certifiedBy;

    @Column(name = "certified_at")
    public Instant certifiedAt;

    /** See {@link ContentHash}; null until it is certified. */
    @Column(name = "content_hash")
    public String contentHash;

    @OneToMany(mappedBy = "submission")
    @OrderBy("position")
    public List<Breakdown> breakdowns = new ArrayList<>();

    /**
     * A key that changed it.
     *
     * @param secretariat whether it acted for every entity, not for this one
     */
    @Embeddable
    public record Preparer(String name, boolean secretariat) {
        public static Preparer of(Caller caller) {
            return new Preparer(caller.name(), caller.isSecretariat());
        }
    }

    /**
     * The submission, which nobody else changes until the transaction ends.
     *
     * @throws Problem (404) where there is none
     */
    public static Submission lock(UUID id) {
        return Submission.<Submission>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> unknown(id));
    }

    /**
     * The submission, for a change of what the caller has seen.
     *
     * @throws Problem (404) where the caller cannot see it, (403) where it does not act for its entity, (428), (412)
     *     where it has not seen it as it is
     */
    public static Submission take(UUID id, String ifMatch, Caller caller) {
        Submission submission = lock(id);
        submission.requireVisibleTo(caller);
        caller.requireActsFor(submission.entity);
        submission.tag().requireSeen(ifMatch, "The submission");
        return submission;
    }

    /** @throws Problem (404) where there is none */
    public static Submission require(UUID id) {
        return Submission.<Submission>findByIdOptional(id).orElseThrow(() -> unknown(id));
    }

    /**
     * The submission as far as the caller may see it.
     *
     * @throws Problem (404) where there is none, or it is nobody else's business that there is
     */
    public static Submission visible(String id, Caller caller) {
        Submission submission = require(id(id));
        submission.requireVisibleTo(caller);
        return submission;
    }

    /** @throws Problem (404) where the caller may not know that there is one */
    public void requireVisibleTo(Caller caller) {
        if (!status.isPublic() && !caller.actsFor(entity)) {
            throw unknown(id);
        }
    }

    /** @throws Problem (404) for what is no identifier */
    public static UUID id(String raw) {
        return SearchParameters.id("id", raw).orElseThrow(() -> Problem.notFound("A submission has an id."));
    }

    private static Problem unknown(UUID id) {
        return Problem.notFound("There is no submission " + id + ".").with("submission", id);
    }

    /** The control total to publish it with, given the one in force. */
    public Optional<Amount> controlTotalOver(Optional<Amount> inForce) {
        return Optional.ofNullable(controlTotal).or(() -> inForce).or(() -> Breakdown.commonTotal(breakdowns));
    }

    public VersionTag tag() {
        return new VersionTag(version);
    }

    /** @throws Problem (409) where its status does not lead there */
    public void become(Status next) {
        if (!status.next().contains(next)) {
            throw wrongStatus("it cannot become " + next.code());
        }
        status = next;
        version++;
    }

    /**
     * To be called by whoever changes its lines or what it says about itself.
     *
     * @throws Problem (409) where it is not a draft, and was not returned either
     */
    public void changeBy(Caller caller) {
        requireOpen();
        Preparer preparer = Preparer.of(caller);
        preparers.removeIf(before -> before.name().equals(preparer.name()));
        preparers.add(preparer);
        version++;
    }

    /** @throws Problem (409) where it was published already, or never will be */
    public void requireToBePublished() {
        if (status.isPublic() || status == Status.WITHDRAWN) {
            throw wrongStatus("there is nothing left for it to change");
        }
    }

    /**
     * To be called by whoever says something to its warnings, which makes nobody a preparer.
     *
     * @throws Problem (409) where it is certified, or later in its life
     */
    public void explain() {
        if (!status.isOpen() && status != Status.VALIDATED) {
            throw wrongStatus("its warnings are explained before it is certified");
        }
        version++;
    }

    /** @throws Problem (409) where it is not a draft, and was not returned either */
    public void requireOpen() {
        if (!status.isOpen()) {
            throw wrongStatus("only drafts and returned submissions are changed");
        }
    }

    /** @throws Problem (409) where it is not validated */
    public void requireValidated() {
        if (status != Status.VALIDATED) {
            throw wrongStatus("only validated ones are reopened; what is certified is returned by a certifier");
        }
    }

    /** The control total that a validation found; one that was stated stays. */
    public void tie(Optional<Amount> found) {
        controlTotalDerived = controlTotalDerived || (controlTotal == null && found.isPresent());
        controlTotal = found.orElse(null);
    }

    /** The control total that it states. */
    public Optional<Amount> statedControlTotal() {
        return Optional.ofNullable(controlTotal).filter(total -> !controlTotalDerived);
    }

    /** @param ofLines those that no later validation finds anew */
    public void count(Finding.Counts all, Finding.Counts ofLines) {
        warnings = all.warn();
        notes = all.note();
        lineWarnings = ofLines.warn();
        lineNotes = ofLines.note();
    }

    /** @param found in lines that were added or judged anew */
    public void addFindings(Finding.Counts found) {
        Finding.Counts ofLines = new Finding.Counts(0, lineWarnings, lineNotes);
        count(new Finding.Counts(0, warnings, notes).plus(found), ofLines.plus(found));
    }

    /** @param forgotten what was found in lines that are not there any more */
    public void removeFindings(Finding.Counts forgotten) {
        addFindings(new Finding.Counts(0, 0, 0).minus(forgotten));
    }

    public long lines() {
        return breakdowns.stream().mapToLong(breakdown -> breakdown.lines).sum();
    }

    /** The step of having been judged as a whole. */
    public AuditEvent validatedEvent() {
        return AuditEvent.of(Action.VALIDATED, auditSubject())
                .with("lines", lines())
                .with("controlTotal", controlTotal)
                .with("rulesVersion", rulesVersion)
                .with("warnings", warnings);
    }

    /** How the audit trail calls it. */
    public AuditEvent.Subject auditSubject() {
        return new AuditEvent.Subject(id, entity, year, flow.code());
    }

    private Problem wrongStatus(String refusal) {
        return new Problem(
                        ContributionProblem.WRONG_STATUS, "The submission is " + status.code() + ": " + refusal + ".")
                .with("submission", id)
                .with("submissionStatus", status)
                .with("next", status.next());
    }
}
