package org.undatacube.contributions.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.FindingStore;
import org.undatacube.contributions.submission.RejectedLine;
import org.undatacube.contributions.submission.RejectedLineStore;
import org.undatacube.contributions.submission.Submission;
import org.undatacube.contributions.submission.SubmissionPart;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabulary;
import org.undatacube.http.Caller;

/** Adds what came in at once to a submission: its breakdowns, its findings, and what was refused of it. */
@ApplicationScoped
class Parts {
    private final Clock clock;
    private final Caller caller;
    private final FindingStore findingStore;
    private final RejectedLineStore rejectedLines;

    Parts(Clock clock, Caller caller, FindingStore findingStore, RejectedLineStore rejectedLines) {
        this.clock = clock;
        this.caller = caller;
        this.findingStore = findingStore;
        this.rejectedLines = rejectedLines;
    }

    /**
     * @param submission nobody else changes it until the transaction ends
     * @param rejections what was refused; null where all was kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    SubmissionPart add(
            Submission submission,
            SubmissionJudge judge,
            Vocabulary vocabulary,
            Findings findings,
            Rejections rejections)
            throws IOException, SQLException {
        List<BreakdownJudge> kept = judge.breakdowns().stream()
                .filter(breakdown -> breakdown.lines() > 0)
                .toList();
        kept.forEach(breakdown -> store(breakdown, submission));
        SubmissionPart part = part(submission, vocabulary, findings);
        part.keptLines = kept.stream().mapToLong(BreakdownJudge::lines).sum();
        part.keptAmount = kept.stream().map(BreakdownJudge::total).reduce(Amount.ZERO, Amount::plus);
        if (rejections != null) {
            part.refusedLines = rejections.lines();
            part.refusedAmount = rejections.total();
            part.refusedWithoutAmount = rejections.withoutAmount();
            part.columns = rejections.columns().toArray(String[]::new);
        }
        part.persist();
        Submission.flush();
        findingStore.addToSubmission(submission.id, part.number, findings.all());
        if (rejections != null) {
            try (MappingIterator<RejectedLine> lines = rejections.read()) {
                rejectedLines.add(part, lines);
            }
        }
        return part;
    }

    private SubmissionPart part(Submission submission, Vocabulary vocabulary, Findings findings) {
        SubmissionPart part = new SubmissionPart();
        part.submission = submission.id;
        part.number = SubmissionPart.next(submission.id);
        part.receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        part.receivedBy = caller.name();
        part.rulesVersion = findings.rulesVersion();
        part.listsVersion = vocabulary.versions();
        part.refusedAmount = Amount.ZERO;
        part.columns = new String[0];
        return part;
    }

    private static void store(BreakdownJudge judged, Submission submission) {
        Breakdown breakdown = submission.breakdowns.stream()
                .filter(stored -> stored.id == judged.number())
                .findFirst()
                .orElseGet(() -> begin(judged, submission));
        breakdown.lines += judged.lines();
        breakdown.total = breakdown.total.plus(judged.total());
        breakdown.persist();
    }

    private static Breakdown begin(BreakdownJudge judged, Submission submission) {
        Breakdown breakdown = new Breakdown();
        breakdown.id = judged.number();
        breakdown.submission = submission;
        breakdown.position = submission.breakdowns.stream()
                        .mapToInt(stored -> stored.position)
                        .max()
                        .orElse(0)
                + 1;
        breakdown.giveDimensions(judged.dimensions());
        breakdown.total = Amount.ZERO;
        submission.breakdowns.add(breakdown);
        return breakdown;
    }
}
