package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.FindingSpool;
import org.undatacube.contributions.submission.Severity;
import org.undatacube.http.Problem;

/**
 * Collects what the rules find: all are counted, the first of each severity are listed, and all that are stored are put
 * aside in a file.
 */
public final class Findings implements AutoCloseable {
    /** How many are listed. */
    public static final int LISTED = 1_000;

    private final RuleSet rules;
    private final FindingSpool spool = new FindingSpool();
    private final Map<Severity, List<Finding>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> ofTheWhole = new EnumMap<>(Severity.class);
    private final Map<Rule, Severity> severities = new EnumMap<>(Rule.class);
    private Optional<Integer> year = Optional.empty();
    private Optional<Flow> flow = Optional.empty();

    /** What is said about a value; asked for only where the finding is kept, as it may be dear to make. */
    @FunctionalInterface
    public interface Wording {
        Words words();
    }

    /** @param expected what would be right, or null */
    public record Words(String message, String expected) {}

    public Findings(RuleSet rules) {
        this.rules = rules;
        for (Severity severity : Severity.values()) {
            kept.put(severity, new ArrayList<>());
            counts.put(severity, 0L);
            ofTheWhole.put(severity, 0L);
        }
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
        Severity severity = severity(rule);
        counts.merge(severity, 1L, Long::sum);
        ofTheWhole.merge(severity, rule.isOfTheWhole() ? 1L : 0L, Long::sum);
        boolean isStored = spool.count(rule.id(), severity, place.row() != null);
        List<Finding> sameSeverity = kept.get(severity);
        boolean isListed = sameSeverity.size() < LISTED;
        if (isStored || isListed) {
            Finding finding = finding(isStored ? spool.nextNumber() : null, rule, place, value, wording.words());
            if (isStored) {
                spool.store(finding);
            }
            if (isListed) {
                sameSeverity.add(finding);
            }
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
        spool.endLine(dollars.orElse(Amount.ZERO));
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
        spool.close();
    }

    private Severity severity(Rule rule) {
        return severities.computeIfAbsent(rule, asked -> rules.severity(asked, year, flow));
    }

    private Finding finding(Long number, Rule rule, Place place, String value, Words words) {
        return new Finding(
                number,
                rule.id(),
                severity(rule),
                place.row(),
                place.field() == null ? null : Text.quotable(place.field()),
                place.pointer() == null ? null : Text.quotable(place.pointer()),
                value == null ? null : Text.quotable(value),
                words.message(),
                words.expected(),
                null);
    }
}
