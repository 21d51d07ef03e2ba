package org.undatacube.contributions.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.codelists.Code;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.idempotency.Answering;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.contributions.publication.EditionPublication;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.Submission.Preparer;
import org.undatacube.contributions.submission.SubmissionPart;
import org.undatacube.contributions.submission.SubmissionPartView;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.HeaderJudge;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabularies;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.contributions.validation.WholeJudge;
import org.undatacube.contributions.validation.WindowJudge;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;

/** Takes submissions in: judges all of one, and stores it if nothing rejects it; drafts are judged line by line. */
@ApplicationScoped
class Intake {
    private final Vocabularies vocabularies;
    private final Clock clock;
    private final Caller caller;
    private final LineStore lineStore;
    private final LineFlow flow;
    private final Parts parts;
    private final ReportingWindows windows;
    private final AuditTrail trail;

    Intake(
            Vocabularies vocabularies,
            Clock clock,
            Caller caller,
            LineStore lineStore,
            LineFlow flow,
            Parts parts,
            ReportingWindows windows,
            AuditTrail trail) {
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.caller = caller;
        this.lineStore = lineStore;
        this.flow = flow;
        this.parts = parts;
        this.windows = windows;
        this.trail = trail;
    }

    /**
     * @throws Problem (422) where a rule rejects it, with all findings; (403) where the caller does not act for its
     *     entity; (503) where the registry's code lists cannot be had
     */
    KeptAnswer take(SubmissionBody body, Manner manner, Answering request) throws IOException {
        Optional<KeptAnswer> before = request.answered();
        if (before.isPresent()) {
            return before.get();
        }
        Vocabulary vocabulary = vocabularies.newest();
        Findings findings = manner.partial() ? Findings.lineByLine() : new Findings();
        StatedHeader stated = body.header(findings);
        Header header = new HeaderJudge(vocabulary, clock, findings).judge(stated);
        header.entity().map(Code::code).ifPresent(caller::requireActsFor);
        new WindowJudge(windows, findings).judge(header, stated.at("year"));
        return request.answer(() -> {
            try (Rejections rejections = manner.partial() ? new Rejections() : null) {
                return judgeAndStore(body, manner, header, vocabulary, findings, rejections);
            }
        });
    }

    private Outcome judgeAndStore(
            SubmissionBody body,
            Manner manner,
            Header header,
            Vocabulary vocabulary,
            Findings findings,
            Rejections rejections)
            throws IOException, SQLException {
        // asked now: while the lines flow in the transaction can do nothing else
        Optional<Amount> inForce = controlTotalInForce(header);
        Breakdowns breakdowns = Breakdowns.ofNone(lineStore.reserveBreakdowns());
        LineFlow.Terms terms = new LineFlow.Terms(header, vocabulary, findings, breakdowns);
        SubmissionJudge judge = flow.run(body, terms, rejections, read -> finish(read, inForce, manner));
        Submission submission = submission(header, vocabulary);
        if (judge.whole().isPresent()) {
            WholeJudge whole = judge.whole().get();
            whole.noteRepeats(lineStore.countRepeats(numbers(judge)));
            submission.tie(whole.controlTotal());
        }
        submission.count(findings.counts(), findings.countsOfLines());
        submission.status = manner.draft() ? Status.DRAFT : Status.VALIDATED;
        submission.persist();
        SubmissionPart part = parts.add(submission, judge, vocabulary, findings, rejections);
        trail.record(caller.name(), events(submission, part));
        String address = "/api/v1/submissions/" + submission.id;
        SubmissionView view = SubmissionView.of(submission);
        return Outcome.created(
                address,
                submission.tag(),
                manner.partial() ? new Received(SubmissionPartView.of(part), findings.counts(), view) : view);
    }

    private static void finish(SubmissionJudge judge, Optional<Amount> inForce, Manner manner) {
        if (manner.draft()) {
            judge.finishDraft();
        } else {
            judge.finish(inForce);
        }
    }

    private static List<Long> numbers(SubmissionJudge judge) {
        return judge.breakdowns().stream().map(BreakdownJudge::number).toList();
    }

    private static List<AuditEvent> events(Submission submission, SubmissionPart part) {
        AuditEvent created = AuditEvent.of(Action.CREATED, submission.auditSubject())
                .with("lines", submission.lines())
                .with("refused", part.refusedLines == 0 ? null : part.refusedLines)
                .with("test", submission.test ? "true" : null);
        return submission.status == Status.DRAFT ? List.of(created) : List.of(created, submission.validatedEvent());
    }

    private Submission submission(Header header, Vocabulary vocabulary) {
        Submission submission = new Submission();
        submission.id = UUID.randomUUID();
        submission.version = 1;
        submission.entity = header.entity().orElseThrow().code();
        submission.year = header.year().orElseThrow();
        submission.flow = header.flow().orElseThrow();
        submission.test = header.test();
        submission.controlTotal = header.controlTotal().orElse(null);
        submission.replaces = header.replaces();
        submission.source = header.source();
        submission.preparedBy = caller.name();
        submission.preparers.add(Preparer.of(caller));
        submission.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        submission.rulesVersion = Rule.VERSION;
        submission.listsVersion = vocabulary.versions();
        return submission;
    }

    private static Optional<Amount> controlTotalInForce(Header header) {
        if (header.entity().isEmpty()
                || header.year().isEmpty()
                || header.flow().isEmpty()) {
            return Optional.empty();
        }
        return EditionPublication.controlTotal(
                header.entity().get().code(), header.year().get(), header.flow().get());
    }
}
