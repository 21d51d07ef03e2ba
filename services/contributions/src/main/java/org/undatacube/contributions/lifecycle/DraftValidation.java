package org.undatacube.contributions.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.publication.EditionPublication;
import org.undatacube.contributions.publication.PublishedHistory;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.validation.BreakdownJudge.Label;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.RuleBook;
import org.undatacube.contributions.validation.WholeJudge;
import org.undatacube.contributions.validation.WholeJudge.JudgedBreakdown;
import org.undatacube.contributions.validation.WindowJudge;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;

/** Judges a draft, or what was returned and mended, as a whole. Its lines were judged when they came in. */
@ApplicationScoped
class DraftValidation {
    private final StoredLines storedLines;
    private final FindingStore findingStore;
    private final ReportingWindows windows;
    private final AuditTrail trail;
    private final Caller caller;
    private final RuleBook rules;

    DraftValidation(
            StoredLines storedLines,
            FindingStore findingStore,
            ReportingWindows windows,
            AuditTrail trail,
            Caller caller,
            RuleBook rules) {
        this.storedLines = storedLines;
        this.findingStore = findingStore;
        this.windows = windows;
        this.trail = trail;
        this.caller = caller;
        this.rules = rules;
    }

    /** @throws org.undatacube.http.Problem (422) where a rule rejects it, which leaves it as it was */
    @Transactional(Transactional.TxType.MANDATORY)
    Submission validate(UUID id, String ifMatch) throws SQLException {
        Submission submission = Submission.take(id, ifMatch, caller);
        submission.become(Status.VALIDATED);
        try (Findings findings = new Findings(rules.current())) {
            return validate(submission, findings);
        }
    }

    private Submission validate(Submission submission, Findings findings) throws SQLException {
        findings.judgeFor(Optional.of(submission.year), Optional.of(submission.flow));
        new WindowJudge(windows, findings).judge(submission.entity, submission.year, Place.ofField("year"));
        WholeJudge whole = judge(submission, findings);
        findings.requireNoRejects("it stays as it was");
        storedLines.judge(
                whole, new PublishedHistory.Key(submission.entity, submission.year, submission.flow), findings);
        findings.requireNoRejects("it stays as it was");
        submission.tie(whole.controlTotal());
        submission.rulesVersion = findings.rulesVersion();
        store(submission, findings);
        trail.record(caller.name(), submission.validatedEvent());
        return submission;
    }

    private static WholeJudge judge(Submission submission, Findings findings) {
        List<JudgedBreakdown> breakdowns =
                submission.breakdowns.stream().map(DraftValidation::judged).toList();
        WholeJudge whole = new WholeJudge(submission.statedControlTotal(), submission.replaces, breakdowns, findings);
        whole.judge(EditionPublication.controlTotal(submission.entity, submission.year, submission.flow));
        return whole;
    }

    private static JudgedBreakdown judged(Breakdown breakdown) {
        Label label = new Label(Integer.toString(breakdown.position), Place.ofField("breakdowns"));
        return new JudgedBreakdown(breakdown.id, label, breakdown.dimensions(), breakdown.lines, breakdown.total);
    }

    /** What this validation found takes the place of what an earlier one did. */
    private void store(Submission submission, Findings findings) throws SQLException {
        findingStore.replaceInSubmission(submission.id, Rule.ofTheWhole(), findings.listed());
        Finding.Counts found = findings.counts();
        Finding.Counts ofLines = new Finding.Counts(0, submission.lineWarnings, submission.lineNotes);
        submission.count(new Finding.Counts(0, ofLines.warn() + found.warn(), ofLines.note() + found.note()), ofLines);
    }
}
