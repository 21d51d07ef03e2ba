package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.answer.oracle.Lines.Line;

/** The measures of any cell, each from the lines themselves. */
final class Figuring {
    private static final int DIGITS = 9;

    private final Asked asked;
    private final Codes codes;
    private final Lines lines;
    private final Map<Spot, Map<String, BigDecimal>> known = new HashMap<>();

    Figuring(Asked asked, Codes codes, Lines lines) {
        this.asked = asked;
        this.codes = codes;
        this.lines = lines;
    }

    /** Exact but for what is divided; null where there is none. */
    BigDecimal figure(String measure, Spot spot) {
        Map<String, BigDecimal> ofSpot = known.computeIfAbsent(spot, its -> new HashMap<>());
        if (!ofSpot.containsKey(measure)) {
            ofSpot.put(measure, find(measure, spot));
        }
        return ofSpot.get(measure);
    }

    private BigDecimal find(String measure, Spot spot) {
        List<Line> own = lines.of(spot);
        BigDecimal amount = Lines.sum(own);
        if (measure.startsWith("change") || measure.startsWith("growth")) {
            return change(measure, spot, amount);
        }
        if (measure.startsWith("distinct.")) {
            return BigDecimal.valueOf(lines.distinct(own, measure.substring("distinct.".length())));
        }
        return switch (measure) {
            case "amount" -> amount;
            case "lines" -> BigDecimal.valueOf(own.size());
            case "entities" -> BigDecimal.valueOf(lines.distinct(own, "entity.entity"));
            case "average" -> ratio(amount, BigDecimal.valueOf(own.size()));
            case "minimum" ->
                own.stream().map(Line::amount).min(BigDecimal::compareTo).orElse(null);
            case "maximum" ->
                own.stream().map(Line::amount).max(BigDecimal::compareTo).orElse(null);
            case "share.total" -> ratio(amount, figure("amount", Spot.ALL));
            case "share.parent" ->
                spot.drilldowns().isEmpty() ? null : ratio(amount, figure("amount", spot.withoutLast()));
            case "share.row" -> ratio(amount, figure("amount", row(spot)));
            case "cumulative" -> cumulative(spot);
            default -> throw new AssertionError(measure);
        };
    }

    private Spot row(Spot spot) {
        return spot.by(spot.drilldowns().stream()
                .filter(drilldown -> !asked.columns().contains(drilldown))
                .toList());
    }

    private BigDecimal change(String measure, Spot spot, BigDecimal amount) {
        if (!spot.isBy("year")) {
            return null;
        }
        int dot = measure.indexOf('.');
        int other = dot < 0 ? Integer.parseInt(spot.key("year")) - 1 : Integer.parseInt(measure.substring(dot + 1));
        if (!lines.coveredYears.contains(other)) {
            return null;
        }
        for (String drilldown : spot.drilldowns()) {
            boolean isOfEntities = drilldown.startsWith("entity.") && !codes.isByGroup(drilldown);
            if (isOfEntities && !lines.isCovered(drilldown, spot.key(drilldown), other)) {
                return null;
            }
        }
        BigDecimal before = lines.amountOfAnyYear(spot.inYear(other));
        BigDecimal change = amount.subtract(before);
        return measure.startsWith("growth") ? ratio(change, before) : change;
    }

    private BigDecimal cumulative(Spot spot) {
        if (!spot.isBy("year")) {
            return null;
        }
        int last = Integer.parseInt(spot.key("year"));
        return lines.amount(spot.without("year"), year -> year <= last);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DIGITS, RoundingMode.HALF_EVEN);
    }

    static boolean isUsd(String measure) {
        return List.of("amount", "average", "minimum", "maximum", "cumulative").contains(measure)
                || measure.startsWith("change");
    }

    private static boolean isCount(String measure) {
        return measure.equals("lines") || measure.equals("entities") || measure.startsWith("distinct.");
    }

    /** As they are shown: counts as numbers, all else as text. */
    Map<String, Object> shown(Spot spot) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String measure : asked.measures()) {
            BigDecimal figure = figure(measure, spot);
            if (figure == null) {
                shown.put(measure, null);
            } else if (isCount(measure)) {
                shown.put(measure, figure.longValueExact());
            } else if (isUsd(measure)) {
                boolean exact = asked.decimals() == null || (asked.additive() && measure.equals("amount"));
                shown.put(
                        measure,
                        exact
                                ? usd(figure)
                                : figure.setScale(asked.decimals(), RoundingMode.HALF_EVEN)
                                        .toPlainString());
            } else {
                shown.put(measure, figure.stripTrailingZeros().toPlainString());
            }
        }
        return shown;
    }

    static String usd(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }
}
