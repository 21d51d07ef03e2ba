package org.undatacube.aggregation.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;

/**
 * A question and all that its answer depends on. Nothing is added up before {@link #answer}.
 *
 * @param withGaps whether the answer lists what it does not cover
 */
public record Inquiry(
        Question question,
        Edition edition,
        boolean withGaps,
        Snapshot snapshot,
        Members members,
        BreakdownChoice choice,
        Patience patience) {

    private static final String NOTHING_PUBLISHED = "Nothing was published yet.";
    private static final String OVERLAPS =
            "The groups of %s overlap: a line is in the cell of every group that it belongs to, so the cells do not add up"
                    + " to the total.";

    /** Equal where the answers are equal, as long as this service writes them the same way. */
    public String fingerprint() {
        String all = String.join(
                "\n",
                question.cube().code(),
                question.canonical().toString(),
                Boolean.toString(withGaps),
                // the time too: after the suite was reset the numbers begin again
                edition.number() + "@" + edition.publishedAt(),
                members.version());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer answer() {
        Coverage coverage = choice.coverage();
        Cells cells = Cells.of(this);
        return new Answer(
                question.cube(),
                edition.number(),
                edition.publishedAt(),
                question,
                cells.page(),
                cells.count(),
                cells.total(),
                withGaps ? coverage : coverage.withoutGaps(),
                notes());
    }

    private List<String> notes() {
        if (edition.number() == 0) {
            return List.of(NOTHING_PUBLISHED);
        }
        return choice.obstacle()
                .map(List::of)
                .orElseGet(() -> question.drilldowns().stream()
                        .filter(this::hasOverlaps)
                        .map(drilldown -> OVERLAPS.formatted(drilldown.key()))
                        .toList());
    }

    private boolean hasOverlaps(Drilldown drilldown) {
        return drilldown instanceof Drilldown.ByGroup group
                && group.projection(members, question.view().structure()).overlaps();
    }
}
