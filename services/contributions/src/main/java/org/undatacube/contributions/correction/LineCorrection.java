package org.undatacube.contributions.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineChoice;
import org.undatacube.contributions.submission.LineChoice.Asked;
import org.undatacube.contributions.submission.LineCopy;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.LineView;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.submission.SubmittedLine;
import org.undatacube.contributions.validation.Acceptance;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Destination;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.StatedLine;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Puts another line in the place of one, or takes it away. */
@ApplicationScoped
class LineCorrection {
    private final LineChoice choice;
    private final LineStore lineStore;
    private final FindingStore findingStore;
    private final ReportingWindows windows;
    private final AuditTrail trail;
    private final Caller caller;

    LineCorrection(
            LineChoice choice,
            LineStore lineStore,
            FindingStore findingStore,
            ReportingWindows windows,
            AuditTrail trail,
            Caller caller) {
        this.choice = choice;
        this.lineStore = lineStore;
        this.findingStore = findingStore;
        this.windows = windows;
        this.trail = trail;
        this.caller = caller;
    }

    /** The line as it is now, and the submission with it. */
    record Corrected(LineView line, SubmissionView submission) {}

    /**
     * Puts a line, which is judged as any other, in the place of the one with its identifier.
     *
     * @param findings what was said about it while it was read
     * @throws Problem (422) where a rule rejects it, which leaves all as it was
     */
    @Transactional
    Corrected correct(UUID id, String ifMatch, Asked asked, StatedLine stated, Vocabulary vocabulary, Findings findings)
            throws IOException, SQLException {
        Submission submission = take(id, ifMatch);
        SubmittedLine before = choice.require(submission, asked);
        requireSameIdentifier(stated, asked.lineId());
        Breakdown breakdown = breakdown(submission, before);
        findings.judgeFor(Optional.of(submission.year), Optional.of(submission.flow));
        SubmittedLine after = judge(stated, before, breakdown, Header.of(submission, vocabulary), vocabulary, findings);
        submission.removeFindings(findingStore.remove(submission.id, before.key()));
        lineStore.remove(before);
        try (LineCopy copy = lineStore.copy()) {
            after.parts().forEach(copy::write);
            copy.finish();
        }
        breakdown.lines += after.parts().size() - before.parts().size();
        breakdown.total = breakdown.total.minus(before.dollars()).plus(after.dollars());
        submission.addFindings(findings.counts());
        findingStore.addToSubmission(submission.id, null, findings.all());
        submission.listsVersion = vocabulary.versions();
        submission.changeBy(caller);
        trail.record(
                caller.name(), step(Action.LINE_CORRECTED, submission, before).with("to", after.dollars()));
        return new Corrected(LineView.of(after, submission, findings.listed()), SubmissionView.of(submission));
    }

    /** Takes a line away, and its breakdown with the last of its lines. */
    @Transactional
    SubmissionView remove(UUID id, String ifMatch, Asked asked) throws SQLException {
        Submission submission = take(id, ifMatch);
        SubmittedLine line = choice.require(submission, asked);
        Breakdown breakdown = breakdown(submission, line);
        submission.removeFindings(findingStore.remove(submission.id, line.key()));
        lineStore.remove(line);
        breakdown.lines -= line.parts().size();
        breakdown.total = breakdown.total.minus(line.dollars());
        if (breakdown.lines == 0) {
            submission.breakdowns.remove(breakdown);
            breakdown.delete();
        }
        submission.changeBy(caller);
        trail.record(caller.name(), step(Action.LINE_REMOVED, submission, line));
        return SubmissionView.of(submission);
    }

    private Submission take(UUID id, String ifMatch) {
        Submission submission = Submission.take(id, ifMatch, caller);
        submission.requireOpen();
        windows.requireOpen(submission.entity, submission.year);
        return submission;
    }

    private static Breakdown breakdown(Submission submission, SubmittedLine line) {
        return submission.breakdowns.stream()
                .filter(breakdown -> breakdown.id == line.key().breakdown())
                .findFirst()
                .orElseThrow();
    }

    private SubmittedLine judge(
            StatedLine stated,
            SubmittedLine before,
            Breakdown breakdown,
            Header header,
            Vocabulary vocabulary,
            Findings findings)
            throws SQLException {
        List<Line> good = new ArrayList<>();
        Destination place = new Destination(breakdown.id, lineBefore(stated, before));
        SubmissionJudge judge =
                new SubmissionJudge(header, vocabulary, findings, dimensions -> place, new Acceptance.Whole(good::add));
        BreakdownJudge lines = judge.open(new BreakdownJudge.Label(Long.toString(breakdown.id), Place.WHOLE))
                .orElseThrow();
        lines.declare(breakdown.dimensions(), Place.WHOLE);
        lines.judge(stated);
        findings.requireNoRejects("the line stays as it was");
        return new SubmittedLine(good);
    }

    /** A line stays where it is; parts, of which there may be more than before, go to the end. */
    private int lineBefore(StatedLine stated, SubmittedLine before) throws SQLException {
        if (before.isSplit() || stated.has(LineField.SDGS)) {
            long breakdown = before.key().breakdown();
            return lineStore.lastLines(List.of(breakdown)).get(breakdown);
        }
        return before.key().number() - 1;
    }

    private static void requireSameIdentifier(StatedLine stated, String lineId) {
        if (!stated.has(LineField.LINE_ID)) {
            stated.state(LineField.LINE_ID, lineId);
        } else if (!stated.value(LineField.LINE_ID).equals(lineId)) {
            throw new Problem(
                            CommonProblem.BAD_REQUEST,
                            "The line's identifier is " + lineId + ", as the address says; another line is appended.")
                    .with("pointer", "/lineId");
        }
    }

    private static AuditEvent step(Action action, Submission submission, SubmittedLine line) {
        return AuditEvent.of(action, submission.auditSubject())
                .with("breakdown", line.key().breakdown())
                .with("line", line.key().number())
                .with("lineId", line.lineId())
                .with("from", line.dollars());
    }
}
