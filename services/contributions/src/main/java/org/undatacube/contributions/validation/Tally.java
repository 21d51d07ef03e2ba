package org.undatacube.contributions.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Severity;

/** Findings counted by severity, of which the first of each are kept. */
final class Tally {
    private final int most;
    private final Map<Severity, List<Finding>> kept = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    private final Map<Severity, Long> ofTheWhole = new EnumMap<>(Severity.class);

    /** @param most how many of each severity are kept */
    Tally(int most) {
        this.most = most;
        for (Severity severity : Severity.values()) {
            kept.put(severity, new ArrayList<>());
            counts.put(severity, 0L);
            ofTheWhole.put(severity, 0L);
        }
    }

    /** @param finding asked for only where it is kept, as it may be dear to make */
    void add(Rule rule, Supplier<Finding> finding) {
        Severity severity = rule.severity();
        counts.merge(severity, 1L, Long::sum);
        ofTheWhole.merge(severity, rule.isOfTheWhole() ? 1L : 0L, Long::sum);
        if (kept.get(severity).size() < most) {
            kept.get(severity).add(finding.get());
        }
    }

    void addAll(Tally other) {
        for (Severity severity : Severity.values()) {
            counts.merge(severity, other.counts.get(severity), Long::sum);
            ofTheWhole.merge(severity, other.ofTheWhole.get(severity), Long::sum);
            List<Finding> same = kept.get(severity);
            other.kept.get(severity).stream().limit(most - (long) same.size()).forEach(same::add);
        }
    }

    boolean hasRejects() {
        return counts.get(Severity.REJECT) > 0;
    }

    Finding.Counts counts() {
        return counts(counts);
    }

    Finding.Counts countsOfTheWhole() {
        return counts(ofTheWhole);
    }

    /** The gravest first; of the same severity as they were found. */
    Stream<Finding> kept() {
        return Stream.of(Severity.values()).flatMap(severity -> kept.get(severity).stream());
    }

    private static Finding.Counts counts(Map<Severity, Long> of) {
        return new Finding.Counts(of.get(Severity.REJECT), of.get(Severity.WARN), of.get(Severity.NOTE));
    }
}
