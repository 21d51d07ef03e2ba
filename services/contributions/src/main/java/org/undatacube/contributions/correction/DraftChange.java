package org.undatacube.contributions.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.intake.HeaderPatch;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.LineChoice;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.HeaderJudge;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.Problem;

/** Changes what stands around the lines. */
@ApplicationScoped
class DraftChange {
    private final Clock clock;
    private final LineChoice choice;
    private final LineStore lineStore;
    private final FindingStore findingStore;
    private final ReportingWindows windows;
    private final AuditTrail trail;
    private final Caller caller;

    DraftChange(
            Clock clock,
            LineChoice choice,
            LineStore lineStore,
            FindingStore findingStore,
            ReportingWindows windows,
            AuditTrail trail,
            Caller caller) {
        this.clock = clock;
        this.choice = choice;
        this.lineStore = lineStore;
        this.findingStore = findingStore;
        this.windows = windows;
        this.trail = trail;
        this.caller = caller;
    }

    /**
     * Changes what it says about itself. A control total that an earlier validation derived goes, as the next finds it
     * anew.
     *
     * @throws Problem (422) where a rule rejects what it says then, which leaves it as it was
     */
    @Transactional
    SubmissionView change(UUID id, String ifMatch, HeaderPatch patch, Vocabulary vocabulary, Findings findings) {
        Submission submission = take(id, ifMatch);
        String stated = submission.statedControlTotal().map(Amount::digits).orElse(null);
        Map<String, String> said = new HashMap<>();
        said.put("entity", submission.entity);
        said.put("year", Integer.toString(submission.year));
        said.put("flow", submission.flow.code());
        said.put("controlTotal", patch.over("controlTotal", stated));
        said.put("replaces", patch.over("replaces", submission.replaces.code()));
        said.put("source", patch.over("source", submission.source));
        said.put("test", Boolean.toString(submission.test));
        findings.judgeFor(Optional.of(submission.year), Optional.of(submission.flow));
        Header header = new HeaderJudge(vocabulary, clock, findings).judge(StatedHeader.inJson(said));
        findings.requireNoRejects("it stays as it was");
        submission.controlTotal = header.controlTotal().orElse(null);
        submission.controlTotalDerived = false;
        submission.replaces = header.replaces();
        submission.source = header.source();
        submission.changeBy(caller);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.CHANGED, submission.auditSubject())
                        .with("changed", String.join(", ", patch.values().keySet()))
                        .with("controlTotal", submission.controlTotal)
                        .with("replaces", submission.replaces.code()));
        return SubmissionView.of(submission);
    }

    /** @param named the breakdown's number, or its dimensions */
    @Transactional
    SubmissionView removeBreakdown(UUID id, String ifMatch, String named) throws SQLException {
        Submission submission = take(id, ifMatch);
        Breakdown breakdown = choice.breakdown(submission, named);
        submission.removeFindings(findingStore.remove(submission.id, breakdown));
        lineStore.removeAll(breakdown.id);
        submission.breakdowns.remove(breakdown);
        breakdown.delete();
        submission.changeBy(caller);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.BREAKDOWN_REMOVED, submission.auditSubject())
                        .with("breakdown", breakdown.id)
                        .with("lines", breakdown.lines)
                        .with("total", breakdown.total));
        return SubmissionView.of(submission);
    }

    private Submission take(UUID id, String ifMatch) {
        Submission submission = Submission.take(id, ifMatch, caller);
        submission.requireOpen();
        windows.requireOpen(submission.entity, submission.year);
        return submission;
    }
}
