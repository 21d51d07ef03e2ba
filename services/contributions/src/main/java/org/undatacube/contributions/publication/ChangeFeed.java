package org.undatacube.contributions.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.EditionChange.Source;
import org.undatacube.changefeed.LineStream.LineWriter;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.contributions.publication.EditionPublication.Member;
import org.undatacube.contributions.submission.Breakdown;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.Submission;

/** What the aggregation reads of the editions. */
@ApplicationScoped
class ChangeFeed {
    private final LineStore lines;

    ChangeFeed(LineStore lines) {
        this.lines = lines;
    }

    /** The editions after one, by number. As they become visible in order, what is missing now only ever follows. */
    @Transactional
    List<EditionChange> after(long edition, int limit) {
        return Edition.<Edition>find("number > ?1 order by number", edition).range(0, limit - 1).stream()
                .map(ChangeFeed::change)
                .toList();
    }

    /** The breakdowns whose lines are handed out with an edition. */
    @Transactional
    List<Long> newBreakdowns(long edition) {
        Edition.require(edition);
        return publications(edition).stream()
                .flatMap(publication -> publication.breakdowns.stream())
                .filter(member -> !member.carried())
                .map(Member::breakdown)
                .toList();
    }

    void writeLines(List<Long> breakdowns, OutputStream out) throws IOException {
        LineWriter writer = new LineWriter(out);
        lines.read(
                breakdowns,
                line -> writer.write(new PublishedLine(
                        line.breakdown(),
                        line.number(),
                        line.codes(),
                        line.dollars().value())));
        // not in a try block: closing says that the lines are complete
        writer.close();
    }

    private static EditionChange change(Edition edition) {
        return new EditionChange(
                edition.number,
                edition.publishedAt,
                publications(edition.number).stream()
                        .map(ChangeFeed::publication)
                        .toList());
    }

    private static List<EditionPublication> publications(long edition) {
        return EditionPublication.list("edition = ?1 order by entity, year, flow", edition);
    }

    private static Publication publication(EditionPublication publication) {
        return new Publication(
                publication.submission,
                publication.entity,
                publication.year,
                publication.flow,
                publication.controlTotal.value(),
                publication.breakdowns.stream()
                        .map(member -> breakdown(publication, member))
                        .toList(),
                Submission.<Submission>findById(publication.submission).contentHash);
    }

    private static PublishedBreakdown breakdown(EditionPublication publication, Member member) {
        Breakdown breakdown = Breakdown.findById(member.breakdown());
        Submission submission = breakdown.submission;
        return new PublishedBreakdown(
                breakdown.id,
                breakdown.dimensions(),
                breakdown.lines,
                breakdown.total.value(),
                member.carried(),
                submission.id.equals(publication.submission)
                        ? null
                        : new Source(submission.id, submission.contentHash));
    }
}
