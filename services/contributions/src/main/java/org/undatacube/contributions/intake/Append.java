package org.undatacube.contributions.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.idempotency.Answering;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.contributions.report.ValidationReports;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionPart;
import org.undatacube.contributions.submission.SubmissionPartView;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.RuleBook;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabularies;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.contributions.validation.WindowJudge;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;

/** Adds lines to a draft, or to what was returned. Of two who do so at once, one wins. */
@ApplicationScoped
class Append {
    private final Vocabularies vocabularies;
    private final Caller caller;
    private final LineStore lineStore;
    private final LineFlow flow;
    private final Parts parts;
    private final ReportingWindows windows;
    private final AuditTrail trail;
    private final RuleBook rules;
    private final ValidationReports reports;

    Append(
            Vocabularies vocabularies,
            Caller caller,
            LineStore lineStore,
            LineFlow flow,
            Parts parts,
            ReportingWindows windows,
            AuditTrail trail,
            RuleBook rules,
            ValidationReports reports) {
        this.vocabularies = vocabularies;
        this.caller = caller;
        this.lineStore = lineStore;
        this.flow = flow;
        this.parts = parts;
        this.windows = windows;
        this.trail = trail;
        this.rules = rules;
        this.reports = reports;
    }

    /**
     * To what, and how.
     *
     * @param partial whether good lines are kept though others are refused
     */
    record Target(UUID submission, String ifMatch, boolean partial) {}

    /**
     * @throws Problem (422) where a rule rejects a line, with all findings; (404), (403), (428), (412) where the caller
     *     cannot change it; (409) where it is past being changed; (503) where the code lists cannot be had
     */
    KeptAnswer take(SubmissionBody body, Target target, Answering request) throws IOException {
        Optional<KeptAnswer> before = request.answered();
        if (before.isPresent()) {
            return before.get();
        }
        // what cannot be changed need not be judged
        Submission submission = QuarkusTransaction.requiringNew().call(() -> take(target));
        Vocabulary vocabulary = vocabularies.newest();
        try (Findings findings =
                target.partial() ? Findings.lineByLine(rules.current()) : new Findings(rules.current())) {
            Header header = Header.of(submission, vocabulary);
            findings.judgeFor(header.year(), header.flow());
            try {
                return request.answer(() -> {
                    try (Rejections rejections = target.partial() ? new Rejections() : null) {
                        return judgeAndStore(body, take(target), header, vocabulary, findings, rejections);
                    }
                });
            } catch (Problem refusal) {
                // what was judged is rolled back by now; what was found is not lost with it
                throw reports.keep(refusal, findings, header, Intake.workbook(body));
            }
        }
    }

    private Submission take(Target target) {
        Submission submission = Submission.take(target.submission(), target.ifMatch(), caller);
        submission.requireOpen();
        return submission;
    }

    private Outcome judgeAndStore(
            SubmissionBody body,
            Submission submission,
            Header header,
            Vocabulary vocabulary,
            Findings findings,
            Rejections rejections)
            throws IOException, SQLException {
        requireSaysNothingElse(body.header(findings), submission, findings);
        new WindowJudge(windows, findings).judge(submission.entity, submission.year, Place.ofField("year"));
        Map<Long, Integer> lastLines = lineStore.lastLines(
                submission.breakdowns.stream().map(breakdown -> breakdown.id).toList());
        Breakdowns breakdowns = Breakdowns.of(submission, lastLines, lineStore.reserveBreakdowns());
        SubmissionJudge judge = flow.run(
                body,
                new LineFlow.Terms(header, vocabulary, findings, breakdowns),
                rejections,
                read -> finish(read, findings));
        submission.changeBy(caller);
        submission.addFindings(findings.counts());
        submission.rulesVersion = findings.rulesVersion();
        submission.listsVersion = vocabulary.versions();
        SubmissionPart part = parts.add(submission, judge, vocabulary, findings, rejections);
        trail.record(
                caller.name(),
                AuditEvent.of(Action.LINES_APPENDED, submission.auditSubject())
                        .with("part", part.number)
                        .with("lines", part.keptLines)
                        .with("refused", part.refusedLines == 0 ? null : part.refusedLines)
                        .with("total", part.keptAmount));
        return Outcome.created(
                SubmissionPartView.address(submission.id, part.number),
                submission.tag(),
                new Received(SubmissionPartView.of(part), findings.counts(), SubmissionView.of(submission)));
    }

    private static void finish(SubmissionJudge judge, Findings findings) {
        judge.finishDraft();
        if (judge.rows() == 0 && !findings.hasRejects()) {
            findings.add(Rule.NO_LINES, Place.WHOLE, null, "There are no lines to append.", "at least one line");
        }
    }

    /** A part may say again which submission it belongs to, but not change what the submission says about itself. */
    private static void requireSaysNothingElse(StatedHeader stated, Submission submission, Findings findings) {
        Map<String, String> mayRepeat = Map.of(
                "entity", submission.entity,
                "year", Integer.toString(submission.year),
                "flow", submission.flow.code());
        stated.given().forEach((field, value) -> {
            if (!value.equals(mayRepeat.get(field))) {
                findings.add(
                        Rule.UNKNOWN_FIELD,
                        stated.at(field),
                        value,
                        "What is appended consists of lines; " + field + " is the submission's.",
                        mayRepeat.containsKey(field)
                                ? "nothing, or " + mayRepeat.get(field)
                                : "nothing; PATCH …/submissions/" + submission.id + " changes it");
            }
        });
    }
}
