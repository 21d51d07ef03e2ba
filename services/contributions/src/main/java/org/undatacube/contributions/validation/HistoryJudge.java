package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.submission.Amount;

/** Judges size and sign of figures by what the entity published for the nearest other year. */
public final class HistoryJudge {
    /** Smaller figures leap about: they are not worth anybody's time. */
    private static final BigDecimal WORTH_COMPARING = new BigDecimal("1000000");

    private static final BigDecimal LEAST_THOUSANDFOLD = new BigDecimal("500");
    private static final BigDecimal MOST_THOUSANDFOLD = new BigDecimal("2000");

    private final History history;
    private final Findings findings;

    public HistoryJudge(History history, Findings findings) {
        this.history = history;
        this.findings = findings;
    }

    public void judgeTotal(Amount total) {
        judge(Rule.TOTAL_JUMP, Place.ofField("controlTotal"), "The total", total, history.total());
    }

    /** Codes that were not reported in the other year, or are not in this one, are let be. */
    public void judgeMembers(Map<Dimension, Map<String, Amount>> members) {
        members.forEach((dimension, sums) -> {
            Map<String, Amount> before = history.members().getOrDefault(dimension, Map.of());
            sums.forEach((code, sum) -> {
                if (before.containsKey(code)) {
                    String what = "The sum of " + dimension.code() + " " + code;
                    judge(Rule.MEMBER_JUMP, Place.ofField(dimension.code()), what, sum, before.get(code));
                }
            });
        });
    }

    private void judge(Rule jump, Place place, String what, Amount now, Amount before) {
        BigDecimal large = now.value().abs().max(before.value().abs());
        BigDecimal small = now.value().abs().min(before.value().abs());
        if (small.signum() == 0 || large.compareTo(WORTH_COMPARING) < 0) {
            return;
        }
        BigDecimal factor = large.divide(small, 1, RoundingMode.HALF_EVEN);
        if (now.isNegative() != before.isNegative()) {
            add(Rule.SIGN_SWAPPED, place, what, now, before, "it has the other sign");
        } else if (factor.compareTo(LEAST_THOUSANDFOLD) >= 0 && factor.compareTo(MOST_THOUSANDFOLD) <= 0) {
            add(Rule.THOUSANDFOLD, place, what, now, before, "about a thousand times " + muchOrLittle(now, before));
        } else if (factor.compareTo(findings.tolerance(jump)) > 0) {
            add(jump, place, what, now, before, factor.toPlainString() + " times " + muchOrLittle(now, before));
        }
    }

    private void add(Rule rule, Place place, String what, Amount now, Amount before, String difference) {
        findings.add(
                rule,
                place,
                now.shown(),
                what + " is " + now + " USD; in " + history.year() + " " + before + " USD were published: " + difference
                        + ".",
                "the right figure, or a word on what changed");
    }

    private static String muchOrLittle(Amount now, Amount before) {
        return now.value().abs().compareTo(before.value().abs()) > 0 ? "as much" : "as little";
    }
}
