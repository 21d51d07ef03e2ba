package org.undatacube.contributions.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
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
import org.undatacube.contributions.lifecycle.StoredLines;
import org.undatacube.contributions.publication.EditionPublication;
import org.undatacube.contributions.report.ReportView;
import org.undatacube.contributions.report.ValidationReports;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.Submission.Preparer;
import org.undatacube.contributions.submission.SubmissionPart;
import org.undatacube.contributions.submission.SubmissionPartView;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.HeaderJudge;
import org.undatacube.contributions.validation.RuleBook;
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
    private final RuleBook rules;
    private final StoredLines storedLines;
    private final ValidationReports reports;

    Intake(
            Vocabularies vocabularies,
            Clock clock,
            Caller caller,
            LineStore lineStore,
            LineFlow flow,
            Parts parts,
            ReportingWindows windows,
            AuditTrail trail,
            RuleBook rules,
            StoredLines storedLines,
            ValidationReports reports) {
        this.vocabularies = vocabularies;
        this.clock = clock;
        this.caller = caller;
        this.lineStore = lineStore;
        this.flow = flow;
        this.parts = parts;
        this.windows = windows;
        this.trail = trail;
        this.rules = rules;
        this.storedLines = storedLines;
        this.reports = reports;
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
        try (Findings findings =
                manner.partial() ? Findings.lineByLine(rules.current()) : new Findings(rules.current())) {
            Header header = header(body, vocabulary, findings);
            Terms terms = new Terms(header, vocabulary, findings);
            if (manner.onlyTried()) {
                return tryOut(body, manner, terms, request);
            }
            try {
                return request.answer(() -> judgeAndStore(body, manner, terms));
            } catch (Problem refusal) {
                // what was judged is rolled back by now; what was found is not lost with it
                throw reports.keep(refusal, findings, header, workbook(body));
            }
        }
    }

    /** What one submission is judged by. */
    private record Terms(Header header, Vocabulary vocabulary, Findings findings) {}

    /** Judges all of a submission and stores nothing of it but the report. */
    private KeptAnswer tryOut(SubmissionBody body, Manner manner, Terms terms, Answering request) throws IOException {
        try {
            QuarkusTransaction.begin();
            try {
                judgeAndStore(body, manner, terms);
            } finally {
                QuarkusTransaction.rollback();
            }
        } catch (Problem refusal) {
            if (!terms.findings().hasRejects()) {
                throw refusal;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The submission could not be tried", e);
        }
        ReportView report = reports.keepDryRun(terms.findings(), terms.header(), workbook(body));
        return request.answer(() -> Outcome.shown(report));
    }

    private Header header(SubmissionBody body, Vocabulary vocabulary, Findings findings) throws IOException {
        StatedHeader stated = body.header(findings);
        Header header = new HeaderJudge(vocabulary, clock, findings).judge(stated);
        findings.judgeFor(header.year(), header.flow());
        header.entity().map(Code::code).ifPresent(caller::requireActsFor);
        new WindowJudge(windows, findings).judge(header, stated.at("year"));
        return header;
    }

    private Outcome judgeAndStore(SubmissionBody body, Manner manner, Terms terms) throws IOException, SQLException {
        try (Rejections rejections = manner.partial() ? new Rejections() : null) {
            return judgeAndStore(body, manner, terms, rejections);
        }
    }

    private Outcome judgeAndStore(SubmissionBody body, Manner manner, Terms terms, Rejections rejections)
            throws IOException, SQLException {
        Header header = terms.header();
        Findings findings = terms.findings();
        // asked now: while the lines flow in the transaction can do nothing else
        Optional<Amount> inForce = controlTotalInForce(header);
        Breakdowns breakdowns = Breakdowns.ofNone(lineStore.reserveBreakdowns());
        SubmissionJudge judge = flow.run(
                body,
                new LineFlow.Terms(header, terms.vocabulary(), findings, breakdowns),
                rejections,
                read -> finish(read, inForce, manner));
        Submission submission = submission(header, terms.vocabulary());
        submission.rulesVersion = findings.rulesVersion();
        if (judge.whole().isPresent()) {
            WholeJudge whole = judge.whole().get();
            storedLines.judge(whole, header, findings);
            findings.requireNoRejects("nothing was stored");
            submission.tie(whole.controlTotal());
        }
        submission.count(findings.counts(), findings.countsOfLines());
        submission.status = manner.draft() ? Status.DRAFT : Status.VALIDATED;
        submission.persist();
        SubmissionPart part = parts.add(submission, judge, terms.vocabulary(), findings, rejections);
        trail.record(caller.name(), events(submission, part));
        String address = "/api/v1/submissions/" + submission.id;
        SubmissionView view = SubmissionView.of(submission);
        return Outcome.created(
                address,
                submission.tag(),
                manner.partial() ? new Received(SubmissionPartView.of(part), findings.counts(), view) : view);
    }

    /** Kept with the report, to be given back with comments. */
    static Optional<InputStream> workbook(SubmissionBody body) throws IOException {
        return body instanceof XlsxBody ? Optional.of(body.source().open()) : Optional.empty();
    }

    private static void finish(SubmissionJudge judge, Optional<Amount> inForce, Manner manner) {
        if (manner.draft()) {
            judge.finishDraft();
        } else {
            judge.finish(inForce);
        }
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
