package org.undatacube.contributions.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.undatacube.contributions.submission.LineCopy;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.validation.Acceptance;
import org.undatacube.contributions.validation.Acceptance.Partial;
import org.undatacube.contributions.validation.Acceptance.Whole;
import org.undatacube.contributions.validation.Destination;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Header;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.contributions.validation.Vocabulary;

/** Lets a body's lines flow past the judge and into the store. */
@ApplicationScoped
class LineFlow {
    private final LineStore lineStore;

    LineFlow(LineStore lineStore) {
        this.lineStore = lineStore;
    }

    /** What the lines are judged by and as a part of. */
    record Terms(Header header, Vocabulary vocabulary, Findings findings, Destination.Chooser destinations) {}

    /**
     * All lines of a body, within the current transaction.
     *
     * @param rejections takes the lines that are refused alone; null where all are kept or none
     * @param closing judges what was read, after the last line
     * @throws org.undatacube.http.Problem (422) where a rule rejects all of it
     */
    SubmissionJudge run(SubmissionBody body, Terms terms, Rejections rejections, Consumer<SubmissionJudge> closing)
            throws IOException, SQLException {
        try (LineCopy copy = lineStore.copy()) {
            Acceptance acceptance =
                    rejections == null ? new Whole(copy::write) : new Partial(copy::write, rejections::add);
            SubmissionJudge judge = new SubmissionJudge(
                    terms.header(), terms.vocabulary(), terms.findings(), terms.destinations(), acceptance);
            if (rejections != null) {
                judge.tellColumns(rejections::readColumns);
            }
            body.source().progress().watch(judge::rows, terms.findings()::counts);
            body.lines(judge);
            closing.accept(judge);
            terms.findings().requireNoRejects("nothing was stored");
            copy.finish();
            return judge;
        }
    }
}
