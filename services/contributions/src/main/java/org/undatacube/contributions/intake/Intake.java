package org.undatacube.contributions.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Registry;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.publication.EditionPublication;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.LineCopy;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Status;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.HeaderJudge;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Takes submissions in: judges all of one, and stores it if nothing rejects it. */
@ApplicationScoped
class Intake {
    private final Registry registry;
    private final Clock clock;
    private final Caller caller;
    private final LineStore lineStore;
    private final FindingStore findingStore;

    Intake(Registry registry, Clock clock, Caller caller, LineStore lineStore, FindingStore findingStore) {
        this.registry = registry;
        this.clock = clock;
        this.caller = caller;
        this.lineStore = lineStore;
        this.findingStore = findingStore;
    }

    /**
     * @throws Problem (422) where a rule rejects it, with all findings; (403) where the caller does not act for its
     *     entity; (503) where the registry's code lists cannot be had
     */
    SubmissionView take(SubmissionBody body) throws IOException {
        Vocabulary vocabulary = vocabulary();
        Findings findings = new Findings();
        Header header = new HeaderJudge(vocabulary, clock, findings).judge(body.header(findings));
        header.entity().map(Code::code).ifPresent(caller::requireActsFor);
        return QuarkusTransaction.requiringNew().call(() -> judgeAndStore(body, header, vocabulary, findings));
    }

    private SubmissionView judgeAndStore(SubmissionBody body, Header header, Vocabulary vocabulary, Findings findings)
            throws IOException, SQLException {
        Optional<Amount> inForce = controlTotalInForce(header);
        SubmissionJudge judge;
        List<BreakdownJudge> breakdowns;
        long firstBreakdown = lineStore.reserveBreakdowns();
        try (LineCopy copy = lineStore.copy()) {
            judge = new SubmissionJudge(header, vocabulary, findings, firstBreakdown, copy::write);
            body.lines(judge);
            breakdowns = judge.finish(inForce);
            requireNoRejects(findings);
            copy.finish();
        }
        Map<Long, Long> repeats = lineStore.countRepeats(
                breakdowns.stream().map(BreakdownJudge::number).toList());
        breakdowns.stream()
                .filter(breakdown -> repeats.containsKey(breakdown.number()))
                .forEach(breakdown -> judge.noteRepeats(breakdown, repeats.get(breakdown.number())));

        Submission submission = submission(header, judge.controlTotal(), vocabulary, findings.counts());
        submission.persist();
        breakdowns.forEach(breakdown -> store(breakdown, submission));
        Submission.flush();
        findingStore.add(submission.id, findings.listed());
        return SubmissionView.of(submission);
    }

    private Submission submission(
            Header header, Optional<Amount> controlTotal, Vocabulary vocabulary, Finding.Counts counts) {
        Submission submission = new Submission();
        submission.id = UUID.randomUUID();
        submission.entity = header.entity().orElseThrow().code();
        submission.year = header.year().orElseThrow();
        submission.flow = header.flow().orElseThrow();
        submission.status = Status.VALIDATED;
        submission.controlTotal = controlTotal.orElse(null);
        submission.replaces = header.replaces();
        submission.source = header.source();
        submission.preparedBy = caller.name();
        submission.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        submission.rulesVersion = Rule.VERSION;
        submission.listsVersion = vocabulary.versions();
        submission.warnings = counts.warn();
        submission.notes = counts.note();
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
        return EditionPublication.inForce(
                        header.entity().get().code(),
                        header.year().get(),
                        header.flow().get())
                .map(publication -> publication.controlTotal);
    }

    private static void requireNoRejects(Findings findings) {
        if (findings.hasRejects()) {
            Finding.Counts counts = findings.counts();
            throw new Problem(
                            ContributionProblem.SUBMISSION_REJECTED,
                            counts.reject() + " findings reject the submission; nothing was stored.")
                    .with("counts", counts)
                    .with("findings", findings.listed());
        }
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
