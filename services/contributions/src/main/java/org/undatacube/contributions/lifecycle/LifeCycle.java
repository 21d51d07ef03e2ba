package org.undatacube.contributions.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.report.Explanations;
import org.undatacube.contributions.submission.ContentHash;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.Submission.Preparer;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * The steps of a submission's life between its intake and its publication. Each takes the submission for itself, wants
 * to be told which version the caller has seen, and leaves a step in the audit trail.
 */
@ApplicationScoped
class LifeCycle {
    private final Caller caller;
    private final Clock clock;
    private final AuditTrail trail;
    private final ReportingWindows windows;
    private final ContentHash contentHash;
    private final Explanations explanations;

    LifeCycle(
            Caller caller,
            Clock clock,
            AuditTrail trail,
            ReportingWindows windows,
            ContentHash contentHash,
            Explanations explanations) {
        this.caller = caller;
        this.clock = clock;
        this.trail = trail;
        this.windows = windows;
        this.contentHash = contentHash;
        this.explanations = explanations;
    }

    /** From here on nothing but its status changes. */
    @Transactional(Transactional.TxType.MANDATORY)
    Submission certify(UUID id, String ifMatch, String comment) throws IOException {
        Submission submission = Submission.take(id, ifMatch, caller);
        submission.become(Status.CERTIFIED);
        requireAnotherPerson(submission);
        explanations.requireComplete(submission);
        windows.requireOpen(submission.entity, submission.year);
        submission.certifiedBy = caller.name();
        submission.certifiedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        submission.contentHash = contentHash.of(submission);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.CERTIFIED, submission.auditSubject())
                        .with("contentHash", submission.contentHash)
                        .with("comment", comment));
        return submission;
    }

    /** Gives it back to its preparers, who can mend it and have it validated again. */
    @Transactional(Transactional.TxType.MANDATORY)
    Submission sendBack(UUID id, String ifMatch, String comment) {
        Submission submission = Submission.take(id, ifMatch, caller);
        Status before = submission.status;
        submission.become(Status.RETURNED);
        submission.certifiedBy = null;
        submission.certifiedAt = null;
        submission.contentHash = null;
        trail.record(
                caller.name(),
                AuditEvent.of(Action.RETURNED, submission.auditSubject())
                        .with("from", before.code())
                        .with("comment", comment));
        return submission;
    }

    /** Takes it back from validation, to mend it and have it validated again. */
    @Transactional(Transactional.TxType.MANDATORY)
    Submission reopen(UUID id, String ifMatch, String comment) {
        Submission submission = Submission.take(id, ifMatch, caller);
        submission.requireValidated();
        submission.become(Status.RETURNED);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.REOPENED, submission.auditSubject()).with("comment", comment));
        return submission;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Submission withdraw(UUID id, String ifMatch, String comment) {
        Submission submission = Submission.take(id, ifMatch, caller);
        Status before = submission.status;
        submission.become(Status.WITHDRAWN);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.WITHDRAWN, submission.auditSubject())
                        .with("from", before.code())
                        .with("comment", comment));
        return submission;
    }

    /** Four eyes; and the secretariat answers only for what it prepared itself. */
    private void requireAnotherPerson(Submission submission) {
        if (submission.preparers.stream().map(Preparer::name).anyMatch(caller.name()::equals)) {
            throw new Problem(
                            ContributionProblem.FOUR_EYES,
                            "This key prepared the submission; another one has to certify it.")
                    .with("submission", submission.id);
        }
        if (caller.isSecretariat() && !submission.preparers.stream().allMatch(Preparer::secretariat)) {
            throw new Problem(
                            CommonProblem.FORBIDDEN,
                            "The figures are " + submission.entity + "'s own: a certifier of " + submission.entity
                                    + " certifies them.")
                    .with("entity", submission.entity);
        }
    }
}
