package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.undatacube.codelists.Code;

/** Judges the percentages of SDGs that a line gives, written as 4.1=33.4;5=66.6. */
final class SharesJudge {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    /** More than there are goals and targets. */
    private static final int MOST = 200;

    private static final int LONGEST = 5_000;
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1," + Share.MOST_DECIMALS + "})?");
    private static final String EXPECTED = "SDGs and percentages that sum to 100, such as 4.1=33.4;5=66.6";

    private final CodeJudge sdgs;
    private final Findings findings;

    SharesJudge(CodeJudge sdgs, Findings findings) {
        this.sdgs = sdgs;
        this.findings = findings;
    }

    /** Empty where there are none, or something speaks against them. */
    List<Share> judge(StatedLine line) {
        String text = line.value(LineField.SDGS);
        if (text == null) {
            return List.of();
        }
        if (line.mentions(LineField.SDG)) {
            report(line, text, "The line gives sdg as well.", "sdg or sdgs");
            return List.of();
        }
        String[] written =
                text.length() > LONGEST ? new String[0] : text.strip().split(";", MOST + 1);
        if (written.length == 0 || written.length > MOST) {
            report(line, text, "These are not shares of at most " + MOST + " SDGs.", EXPECTED);
            return List.of();
        }
        List<Share> shares = new ArrayList<>();
        for (String share : written) {
            read(share, line).ifPresent(shares::add);
        }
        return shares.size() == written.length && areWhole(shares, line, text) ? shares : List.of();
    }

    private Optional<Share> read(String share, StatedLine line) {
        int sign = share.lastIndexOf('=');
        String percent = share.substring(sign + 1).strip();
        if (sign < 0 || !PERCENT.matcher(percent).matches() || new BigDecimal(percent).signum() == 0) {
            report(line, share, "This is not an SDG with a percentage above 0.", EXPECTED);
            return Optional.empty();
        }
        Optional<Code> sdg = sdgs.judge(share.substring(0, sign).strip(), () -> line.at(LineField.SDGS));
        return sdg.map(code -> new Share(code.code(), new BigDecimal(percent)));
    }

    private boolean areWhole(List<Share> shares, StatedLine line, String text) {
        Set<String> seen = new HashSet<>();
        for (Share share : shares) {
            if (!seen.add(share.sdg())) {
                report(line, text, share.sdg() + " is given twice.", "each SDG once");
                return false;
            }
        }
        BigDecimal sum = shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(ALL) != 0) {
            report(
                    line,
                    text,
                    "The percentages sum to " + sum.stripTrailingZeros().toPlainString() + ".",
                    "percentages that sum to exactly 100");
            return false;
        }
        return true;
    }

    private void report(StatedLine line, String value, String message, String expected) {
        findings.add(Rule.SDG_SHARES, line.at(LineField.SDGS), value, message, expected);
    }
}
