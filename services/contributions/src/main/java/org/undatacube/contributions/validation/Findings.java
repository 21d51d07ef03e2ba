package org.undatacube.contributions.validation;

import java.util.List;
import java.util.Objects;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.LineKey;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.Problem;

/** Collects what the rules find: all are counted, the first of each severity are kept. */
public final class Findings {
    /** How many are listed. */
    public static final int LISTED = 1_000;

    /** How many of each severity are listed of one line that is refused alone. */
    private static final int LISTED_OF_LINE = 50;

    private final Tally settled = new Tally(LISTED);
    private final boolean lineByLine;
    private Tally ofLine = new Tally(LISTED_OF_LINE);
    private Long rowOfLine;
    private LineKey line;
    private String lineId;

    /** What is said about a value; asked for only where the finding is kept, as it may be dear to make. */
    @FunctionalInterface
    public interface Wording {
        Words words();
    }

    /** @param expected what would be right, or null */
    public record Words(String message, String expected) {}

    public Findings() {
        this(false);
    }

    private Findings(boolean lineByLine) {
        this.lineByLine = lineByLine;
    }

    /** Where a line can be refused alone: what is found on it counts for the submission only once it is kept. */
    public static Findings lineByLine() {
        return new Findings(true);
    }

    /** @param value what was submitted, or null */
    public void add(Rule rule, Place place, String value, Wording wording) {
        Tally tally = settled;
        if (lineByLine && place.row() != null) {
            if (!place.row().equals(rowOfLine)) {
                settle();
                rowOfLine = place.row();
            }
            tally = ofLine;
        }
        tally.add(rule, () -> finding(rule, place, value, wording.words()));
    }

    public void add(Rule rule, Place place, String value, String message, String expected) {
        add(rule, place, value, () -> new Words(message, expected));
    }

    /** What is added from now on is about a line, which may have an identifier of the entity's own. */
    void begin(String id) {
        lineId = id;
    }

    /** Says where the line will be, if it is kept. */
    void storeWith(LineKey key) {
        line = key;
    }

    /** What is added from now on is not about a line any more. */
    void end() {
        line = null;
        lineId = null;
    }

    /**
     * Ends the line of a row, and forgets what was found on it if that rejects it.
     *
     * @return what rejects it; nothing where it is kept, with its warnings and notes
     */
    List<Finding> takeRejects(long row) {
        List<Finding> rejects = List.of();
        if (Objects.equals(rowOfLine, row) && ofLine.hasRejects()) {
            rejects = ofLine.kept()
                    .filter(finding -> finding.severity() == Severity.REJECT)
                    .toList();
            ofLine = new Tally(LISTED_OF_LINE);
        }
        settle();
        return rejects;
    }

    public boolean hasRejects() {
        return settled.hasRejects();
    }

    /**
     * @param consequence what that means, for the problem
     * @throws Problem (422) where a rule rejects the submission, with all findings
     */
    public void requireNoRejects(String consequence) {
        settle();
        if (hasRejects()) {
            throw new Problem(
                            ContributionProblem.SUBMISSION_REJECTED,
                            counts().reject() + " findings reject the submission; " + consequence + ".")
                    .with("counts", counts())
                    .with("findings", listed());
        }
    }

    public Finding.Counts counts() {
        return settled.counts();
    }

    /** Of the {@link #counts()}, those that no later validation finds anew. */
    public Finding.Counts countsOfLines() {
        return settled.counts().minus(settled.countsOfTheWhole());
    }

    /** The gravest first; of the same severity as they were found. */
    public List<Finding> listed() {
        return settled.kept().limit(LISTED).toList();
    }

    /** Whatever was found on a line until now, and was not taken back, speaks against the whole. */
    void settle() {
        if (rowOfLine != null) {
            settled.addAll(ofLine);
            ofLine = new Tally(LISTED_OF_LINE);
            rowOfLine = null;
        }
    }

    private Finding finding(Rule rule, Place place, String value, Words words) {
        return new Finding(
                rule.id(),
                rule.severity(),
                place.row(),
                place.field() == null ? null : Text.quotable(place.field()),
                place.pointer() == null ? null : Text.quotable(place.pointer()),
                value == null ? null : Text.quotable(value),
                words.message(),
                words.expected(),
                null,
                lineId == null ? null : Text.quotable(lineId),
                line);
    }
}
