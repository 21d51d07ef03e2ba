package org.undatacube.contributions.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Registry;
import org.undatacube.contributions.audit.Action;
import org.undatacube.contributions.audit.AuditEvent;
import org.undatacube.contributions.audit.AuditTrail;
import org.undatacube.contributions.idempotency.IdempotentRequest;
import org.undatacube.contributions.idempotency.IdempotentRequests;
import org.undatacube.contributions.idempotency.Outcome;
import org.undatacube.contributions.lifecycle.StoredLines;
import org.undatacube.contributions.publication.EditionPublication;
import org.undatacube.contributions.report.ReportView;
import org.undatacube.contributions.report.ValidationReports;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.LineCopy;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.Submission.Preparer;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.HeaderJudge;
import org.undatacube.contributions.validation.RuleBook;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.contributions.validation.WholeJudge;
import org.undatacube.contributions.validation.WindowJudge;
import org.undatacube.contributions.window.ReportingWindows;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.Problem;

/** Takes submissions in: judges all of one, and stores it if nothing rejects it; drafts are judged line by line. */
@ApplicationScoped
class Intake {
    private final Registry registry;
    private final Clock clock;
    private final Caller caller;
    private final LineStore lineStore;
    private final FindingStore findingStore;
    private final ReportingWindows windows;
    private final AuditTrail trail;
    private final IdempotentRequests requests;
    private final RuleBook rules;
    private final StoredLines storedLines;
    private final ValidationReports reports;

    Intake(
            Registry registry,
            Clock clock,
            Caller caller,
            LineStore lineStore,
            FindingStore findingStore,
            ReportingWindows windows,
            AuditTrail trail,
            IdempotentRequests requests,
            RuleBook rules,
            StoredLines storedLines,
            ValidationReports reports) {
        this.registry = registry;
        this.clock = clock;
        this.caller = caller;
        this.lineStore = lineStore;
        this.findingStore = findingStore;
        this.windows = windows;
        this.trail = trail;
        this.requests = requests;
        this.rules = rules;
        this.storedLines = storedLines;
        this.reports = reports;
    }

    /**
     * @param draft whether it is to be judged as a whole later, once it is complete
     * @throws Problem (422) where a rule rejects it, with all findings; (403) where the caller does not act for its
     *     entity; (503) where the registry's code lists cannot be had
     */
    KeptAnswer take(SubmissionBody body, boolean draft, IdempotentRequest request) throws IOException {
        Optional<KeptAnswer> before = requests.answered(request);
        if (before.isPresent()) {
            return before.get();
        }
        Vocabulary vocabulary = vocabulary();
        try (Findings findings = new Findings(rules.current())) {
            Header header = header(body, vocabulary, findings);
            try {
                return requests.answer(request, () -> {
                    Submission submission = judgeAndStore(body, header, draft, vocabulary, findings);
                    return Outcome.created(
                            "/api/v1/submissions/" + submission.id, submission.tag(), SubmissionView.of(submission));
                });
            } catch (Problem refusal) {
                // what was judged is rolled back by now; what was found is not lost with it
                throw reports.keep(refusal, findings, header);
            }
        }
    }

    /**
     * Judges all of a submission and stores nothing of it but the report.
     *
     * @return the report with its first findings
     * @throws Problem as taking it in does, but where a rule rejects it
     */
    ReportView tryOut(SubmissionBody body, boolean draft) throws IOException, SQLException {
        Vocabulary vocabulary = vocabulary();
        try (Findings findings = new Findings(rules.current())) {
            Header header = header(body, vocabulary, findings);
            try {
                QuarkusTransaction.begin();
                try {
                    judgeAndStore(body, header, draft, vocabulary, findings);
                } finally {
                    QuarkusTransaction.rollback();
                }
            } catch (Problem refusal) {
                if (!findings.hasRejects()) {
                    throw refusal;
                }
            }
            return reports.keepDryRun(findings, header);
        }
    }

    private Header header(SubmissionBody body, Vocabulary vocabulary, Findings findings) throws IOException {
        StatedHeader stated = body.header(findings);
        Header header = new HeaderJudge(vocabulary, clock, findings).judge(stated);
        findings.judgeFor(header.year(), header.flow());
        header.entity().map(Code::code).ifPresent(caller::requireActsFor);
        new WindowJudge(windows, findings).judge(header, stated.at("year"));
        return header;
    }

    private Submission judgeAndStore(
            SubmissionBody body, Header header, boolean draft, Vocabulary vocabulary, Findings findings)
            throws IOException, SQLException {
        // asked now: while the lines flow in the transaction can do nothing else
        Optional<Amount> inForce = controlTotalInForce(header);
        long firstBreakdown = lineStore.reserveBreakdowns();
        SubmissionJudge judge;
        Optional<WholeJudge> whole;
        try (LineCopy copy = lineStore.copy()) {
            judge = new SubmissionJudge(header, vocabulary, findings, firstBreakdown, copy::write);
            body.lines(judge);
            whole = finish(judge, inForce, draft);
            findings.requireNoRejects("nothing was stored");
            copy.finish();
        }
        if (whole.isPresent()) {
            storedLines.judge(whole.get(), header, findings);
            findings.requireNoRejects("nothing was stored");
        }
        Submission submission = submission(header, vocabulary);
        submission.rulesVersion = findings.rulesVersion();
        whole.ifPresent(judged -> submission.tie(judged.controlTotal()));
        submission.count(findings.counts(), findings.countsOfLines());
        submission.status = draft ? Status.DRAFT : Status.VALIDATED;
        submission.persist();
        judge.breakdowns().stream()
                .filter(breakdown -> breakdown.lines() > 0)
                .forEach(breakdown -> store(breakdown, submission));
        Submission.flush();
        findingStore.addToSubmission(submission.id, findings.all());
        trail.record(caller.name(), events(submission));
        return submission;
    }

    private static Optional<WholeJudge> finish(SubmissionJudge judge, Optional<Amount> inForce, boolean draft) {
        if (draft) {
            judge.finishDraft();
            return Optional.empty();
        }
        return Optional.of(judge.finish(inForce));
    }

    private static List<AuditEvent> events(Submission submission) {
        AuditEvent created = AuditEvent.of(Action.CREATED, submission.auditSubject())
                .with("lines", submission.lines())
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
        submission.preparers.add(new Preparer(caller.name(), caller.isSecretariat()));
        submission.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        submission.listsVersion = vocabulary.versions();
        return submission;
    }

    private static void store(BreakdownJudge judged, Submission submission) {
        Breakdown breakdown = new Breakdown();
        breakdown.id = judged.number();
        breakdown.submission = submission;
        breakdown.position = submission.breakdowns.size() + 1;
        breakdown.giveDimensions(judged.dimensions());
        breakdown.lines = judged.lines();
        breakdown.total = judged.total();
        breakdown.persist();
        submission.breakdowns.add(breakdown);
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

    private Vocabulary vocabulary() {
        try {
            return Vocabulary.newest(registry);
        } catch (Registry.Unavailable e) {
            throw new Problem(
                    CommonProblem.UNAVAILABLE, "The registry, whose code lists are needed, does not answer.", e);
        }
    }
}
