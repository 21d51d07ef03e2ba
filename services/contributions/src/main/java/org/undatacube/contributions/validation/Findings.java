package org.undatacube.contributions.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.Problem;

/** Collects what the rules find: all are counted, the first of each severity are kept. */
public final class Findings {
    /** How many are listed. */
    public static final int LISTED = 1_000;

    private final Map<Severity, List<Finding>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> ofTheWhole = new EnumMap<>(Severity.class);

    /** What is said about a value; asked for only where the finding is kept, as it may be dear to make. */
    @FunctionalInterface
    public interface Wording {
        Words words();
    }

    /** @param expected what would be right, or null */
    public record Words(String message, String expected) {}

    public Findings() {
        for (Severity severity : Severity.values()) {
            kept.put(severity, new ArrayList<>());
            counts.put(severity, 0L);
            ofTheWhole.put(severity, 0L);
        }
    }

    /** @param value what was submitted, or null */
    public void add(Rule rule, Place place, String value, Wording wording) {
        counts.merge(rule.severity(), 1L, Long::sum);
        ofTheWhole.merge(rule.severity(), rule.isOfTheWhole() ? 1L : 0L, Long::sum);
        List<Finding> sameSeverity = kept.get(rule.severity());
        if (sameSeverity.size() < LISTED) {
            Words words = wording.words();
            sameSeverity.add(new Finding(
                    rule.id(),
                    rule.severity(),
                    place.row(),
                    place.field() == null ? null : Text.quotable(place.field()),
                    place.pointer() == null ? null : Text.quotable(place.pointer()),
                    value == null ? null : Text.quotable(value),
                    words.message(),
                    words.expected()));
        }
    }

    public void add(Rule rule, Place place, String value, String message, String expected) {
        add(rule, place, value, () -> new Words(message, expected));
    }

    public boolean hasRejects() {
        return counts.get(Severity.REJECT) > 0;
    }

    /**
     * @param consequence what that means, for the problem
     * @throws Problem (422) where a rule rejects the submission, with all findings
     */
    public void requireNoRejects(String consequence) {
        if (hasRejects()) {
            throw new Problem(
                            ContributionProblem.SUBMISSION_REJECTED,
                            counts().reject() + " findings reject the submission; " + consequence + ".")
                    .with("counts", counts())
                    .with("findings", listed());
        }
    }

    public Finding.Counts counts() {
        return new Finding.Counts(counts.get(Severity.REJECT), counts.get(Severity.WARN), counts.get(Severity.NOTE));
    }

    /** Of the {@link #counts()}, those that no later validation finds anew. */
    public Finding.Counts countsOfLines() {
        return new Finding.Counts(
                counts.get(Severity.REJECT) - ofTheWhole.get(Severity.REJECT),
                counts.get(Severity.WARN) - ofTheWhole.get(Severity.WARN),
                counts.get(Severity.NOTE) - ofTheWhole.get(Severity.NOTE));
    }

    /** The gravest first; of the same severity as they were found. */
    public List<Finding> listed() {
        return Stream.of(Severity.values())
                .flatMap(severity -> kept.get(severity).stream())
                .limit(LISTED)
                .toList();
    }
}
