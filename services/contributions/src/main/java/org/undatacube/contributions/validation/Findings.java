package org.undatacube.contributions.validation;

import io.micrometer.core.instrument.Metrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingSpool;
import org.undatacube.contributions.submission.LineKey;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.Problem;

/**
 * Collects what the rules find: all are counted, the first of each severity are listed, and all that are stored are put
 * aside in a file. Where a line can be refused alone, what is found on it waits until it is known whether it is kept.
 */
public final class Findings implements AutoCloseable {
    /** How many are listed. */
    public static final int LISTED = 1_000;

    /** How many of each severity are listed of one line that is refused alone. */
    private static final int LISTED_OF_LINE = 50;

    private final RuleSet rules;
    private final FindingSpool spool = new FindingSpool();
    private final Map<Severity, List<Finding>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> ofTheWhole = new EnumMap<>(Severity.class);
    private final Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    private final boolean lineByLine;
    private final Map<Severity, List<Found>> ofLine = new EnumMap<>(Severity.class);
    private Long rowOfLine;
    private Amount dollarsOfLine = Amount.ZERO;
    private LineKey line;
    private String lineId;
    private Optional<Integer> year = Optional.empty();
    private Optional<Flow> flow = Optional.empty();

    /** What is said about a value; asked for only where the finding is kept, as it may be dear to make. */
    @FunctionalInterface
    public interface Wording {
        Words words();
    }

    /** @param expected what would be right, or null */
    public record Words(String message, String expected) {}

    /** A finding before it has a number. */
    private record Found(
            Rule rule, Severity severity, Place place, String value, Wording wording, String lineId, LineKey line) {}

    public Findings(RuleSet rules) {
        this(rules, false);
    }

    private Findings(RuleSet rules, boolean lineByLine) {
        this.rules = rules;
        this.lineByLine = lineByLine;
        for (Severity severity : Severity.values()) {
            kept.put(severity, new ArrayList<>());
            ofLine.put(severity, new ArrayList<>());
            counts.put(severity, 0L);
            ofTheWhole.put(severity, 0L);
        }
    }

    /** Where a line can be refused alone: what is found on it counts for the submission only once it is kept. */
    public static Findings lineByLine(RuleSet rules) {
        return new Findings(rules, true);
    }

    /** From now on the rules are applied as in this year and flow, as far as they are known. */
    public void judgeFor(Optional<Integer> ofYear, Optional<Flow> ofFlow) {
        year = ofYear;
        flow = ofFlow;
        severities.clear();
    }

    /**
     * Unless the rule is not for the year and flow.
     *
     * @param value what was submitted, or null
     */
    public void add(Rule rule, Place place, String value, Wording wording) {
        if (!rule.treatment().isFor(year, flow)) {
            return;
        }
        Found found = new Found(rule, severity(rule), place, value, wording, lineId, line);
        if (!lineByLine || place.row() == null) {
            count(found);
            return;
        }
        if (!place.row().equals(rowOfLine)) {
            settle();
            rowOfLine = place.row();
        }
        List<Found> sameSeverity = ofLine.get(found.severity());
        if (sameSeverity.size() < LISTED_OF_LINE) {
            sameSeverity.add(found);
        }
    }

    public void add(Rule rule, Place place, String value, String message, String expected) {
        add(rule, place, value, () -> new Words(message, expected));
    }

    /**
     * What was found since the line before was found on this one.
     *
     * @param dollars the line's amount, empty where it could not be read
     */
    public void endLine(Optional<Amount> dollars) {
        dollarsOfLine = dollars.orElse(Amount.ZERO);
        if (!lineByLine) {
            spool.endLine(dollarsOfLine);
        }
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
        if (Objects.equals(rowOfLine, row) && !ofLine.get(Severity.REJECT).isEmpty()) {
            rejects = ofLine.get(Severity.REJECT).stream()
                    .map(found -> finding(null, found))
                    .toList();
            ofLine.values().forEach(List::clear);
        }
        settle();
        return rejects;
    }

    /** Whatever was found on a line until now, and was not taken back, speaks against the whole. */
    void settle() {
        if (rowOfLine != null) {
            ofLine.values().forEach(found -> found.forEach(this::count));
            ofLine.values().forEach(List::clear);
            spool.endLine(dollarsOfLine);
            rowOfLine = null;
        }
    }

    /** Whether what the rule speaks against is rejected. */
    boolean rejects(Rule rule) {
        return severity(rule) == Severity.REJECT;
    }

    BigDecimal tolerance(Rule rule) {
        return rules.tolerance(rule, year, flow);
    }

    public boolean hasRejects() {
        return counts.get(Severity.REJECT) > 0;
    }

    /**
     * @param consequence what that means, for the problem
     * @throws Problem (422) where a rule rejects the submission, with the first findings
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

    /** The version of the rules that they were found by. */
    public String rulesVersion() {
        return rules.version();
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

    /** All of them, for the store. */
    public FindingSpool all() {
        return spool;
    }

    @Override
    public void close() {
        // of whatever was judged: submissions, drafts, single lines, and what was only tried
        spool.counts()
                .forEach(count -> Metrics.counter(
                                "datacube.findings",
                                "rule",
                                count.rule(),
                                "severity",
                                count.severity().code())
                        .increment((double) count.findings()));
        spool.close();
    }

    private Severity severity(Rule rule) {
        return severities.computeIfAbsent(rule, asked -> rules.severity(asked, year, flow));
    }

    private void count(Found found) {
        counts.merge(found.severity(), 1L, Long::sum);
        ofTheWhole.merge(found.severity(), found.rule().isOfTheWhole() ? 1L : 0L, Long::sum);
        boolean isOnLine = found.line() != null || found.place().row() != null;
        boolean isStored = spool.count(found.rule().id(), found.severity(), isOnLine);
        List<Finding> sameSeverity = kept.get(found.severity());
        boolean isListed = sameSeverity.size() < LISTED;
        if (isStored || isListed) {
            Finding finding = finding(isStored ? spool.nextNumber() : null, found);
            if (isStored) {
                spool.store(finding);
            }
            if (isListed) {
                sameSeverity.add(finding);
            }
        }
    }

    private static Finding finding(Long number, Found found) {
        Place place = found.place();
        Words words = found.wording().words();
        return new Finding(
                number,
                found.rule().id(),
                found.severity(),
                place.row(),
                place.field() == null ? null : Text.quotable(place.field()),
                place.pointer() == null ? null : Text.quotable(place.pointer()),
                found.value() == null ? null : Text.quotable(found.value()),
                words.message(),
                words.expected(),
                null,
                null,
                found.lineId() == null ? null : Text.quotable(found.lineId()),
                found.line());
    }
}
