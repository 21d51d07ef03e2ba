package org.undatacube.loader.suite;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The suite's word that it holds a submission.
 *
 * @param version what it is certified with
 * @param findings how many of each severity validation found
 */
public record Acknowledgement(
        String id,
        long version,
        String entity,
        int year,
        String flow,
        List<Breakdown> breakdowns,
        Map<String, Long> findings) {

    /** @param total the sum of the lines in United States dollars */
    public record Breakdown(List<String> dimensions, long lines, BigDecimal total) {}

    public Acknowledgement {
        breakdowns = List.copyOf(breakdowns);
        findings = findings == null ? Map.of() : Map.copyOf(findings);
    }

    public long lines() {
        return breakdowns.stream().mapToLong(Breakdown::lines).sum();
    }

    /** The sum over all breakdowns, which counts a dollar as often as breakdowns hold it. */
    public BigDecimal total() {
        return breakdowns.stream().map(Breakdown::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
