package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Line;

/**
 * A part of a line's amount that is of one SDG.
 *
 * @param percent above 0, with at most 9 decimals
 */
record Share(String sdg, BigDecimal percent) {
    static final int MOST_DECIMALS = 9;
    private static final int FEWEST_DECIMALS = 2;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100).multiply(BigInteger.TEN.pow(MOST_DECIMALS));

    /** One line for each share, which together have the whole's amount exactly. */
    static List<Line> split(Line whole, List<Share> shares) {
        List<BigDecimal> percents = shares.stream().map(Share::percent).toList();
        List<Amount> dollars = divide(whole.dollars(), percents);
        List<Amount> stated = whole.original() == null ? dollars : divide(whole.stated(), percents);
        return IntStream.range(0, shares.size())
                .mapToObj(part -> part(whole, part, shares.get(part), dollars.get(part), stated.get(part)))
                .toList();
    }

    /**
     * Divides an amount by percentages that sum to 100, by the largest remainder: every part is the exact share rounded
     * towards zero, and what is left goes, a unit each, to the parts that lost most, of equals to the first. The unit is
     * the amount's last decimal, but at least the second.
     */
    static List<Amount> divide(Amount amount, List<BigDecimal> percents) {
        int decimals = Math.max(FEWEST_DECIMALS, amount.value().scale());
        BigInteger units = amount.value().setScale(decimals).unscaledValue();
        BigInteger[] parts = new BigInteger[percents.size()];
        BigInteger[] lost = new BigInteger[percents.size()];
        BigInteger left = units.abs();
        for (int part = 0; part < parts.length; part++) {
            BigInteger percent = percents.get(part).setScale(MOST_DECIMALS).unscaledValue();
            BigInteger[] division = units.abs().multiply(percent).divideAndRemainder(HUNDRED);
            parts[part] = division[0];
            lost[part] = division[1];
            left = left.subtract(division[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                // stable: of equals the first stays first
                .sorted(Comparator.comparing((Integer part) -> lost[part]).reversed())
                .limit(left.intValueExact())
                .forEach(part -> parts[part] = parts[part].add(BigInteger.ONE));
        List<Amount> divided = new ArrayList<>();
        for (BigInteger part : parts) {
            divided.add(new Amount(new BigDecimal(units.signum() < 0 ? part.negate() : part, decimals)));
        }
        return divided;
    }

    private static Line part(Line whole, int part, Share share, Amount dollars, Amount stated) {
        Map<Dimension, String> codes = new EnumMap<>(whole.codes());
        codes.put(Dimension.SDG, share.sdg());
        Line.Original original = whole.original();
        return new Line(
                whole.breakdown(),
                whole.number() + part,
                codes,
                dollars,
                original == null ? null : new Line.Original(stated, original.currency(), original.unitsPerUsd()),
                whole.basis(),
                whole.lineId(),
                whole.note(),
                new Line.Split(whole.number(), whole.stated(), share.percent()));
    }
}
