package org.undatacube.loader.ceb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All findings about one file. */
public final class Findings {
    private static final int ROWS_NAMED = 5;

    private final List<Finding> all = new ArrayList<>();

    /**
     * The findings of one rule.
     *
     * @param rows how many rows they are about
     * @param money the sum of those rows' amounts
     * @param firstRows the first few of them
     */
    public record Summary(Rule rule, long rows, BigDecimal money, List<Long> firstRows) {}

    void add(Finding finding) {
        all.add(finding);
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    public long count(Rule rule) {
        return all.stream().filter(finding -> finding.rule() == rule).count();
    }

    public List<Finding> of(Rule.Severity severity) {
        return all.stream()
                .filter(finding -> finding.rule().severity() == severity)
                .toList();
    }

    /** One summary for each rule that found something, in the rules' order. */
    public List<Summary> summaries() {
        Map<Rule, List<Finding>> byRule = new EnumMap<>(Rule.class);
        all.forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                .add(finding));
        return byRule.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Summary summary(Rule rule, List<Finding> findings) {
        // two columns of a row can break the same rule, but the row's money is there only once
        Map<Long, Finding> byRow = new LinkedHashMap<>();
        findings.forEach(finding -> byRow.putIfAbsent(finding.row(), finding));
        BigDecimal money = byRow.values().stream()
                .map(Finding::amount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Summary(
                rule,
                byRow.size(),
                money,
                byRow.keySet().stream().limit(ROWS_NAMED).toList());
    }
}
