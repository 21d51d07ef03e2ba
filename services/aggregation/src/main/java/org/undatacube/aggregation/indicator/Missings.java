package org.undatacube.aggregation.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Gap;

/** What is not known of an indicator, and what becomes of it. */
final class Missings {
    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";
    private static final String LEFT_OUT = "left out";
    private static final String AS_ZERO = "counted as zero";

    private record EntityYear(String entity, int year) {}

    private final IndicatorInquiry asked;
    private final Map<EntityYear, IndicatorView.Missing> all = new LinkedHashMap<>();

    private Missings(IndicatorInquiry asked) {
        this.asked = asked;
        add(NUMERATOR, asked.numerator());
        add(DENOMINATOR, asked.denominator());
    }

    /** By entity and year. */
    static List<IndicatorView.Missing> of(IndicatorInquiry asked) {
        return new Missings(asked)
                .all.values().stream()
                        .sorted(Comparator.comparing(IndicatorView.Missing::entity)
                                .thenComparing(IndicatorView.Missing::year))
                        .toList();
    }

    /** Why there is no figure at all; none where there is any. */
    static List<String> whyNothing(IndicatorInquiry asked) {
        List<String> why = new ArrayList<>();
        for (Optional<IndicatorInquiry.Part> part : List.of(asked.numerator(), asked.denominator())) {
            part.ifPresent(its -> its.inquiry()
                    .map(inquiry -> inquiry.choice().whyNothing())
                    .orElseGet(() -> Optional.of("The code lists that are asked do not have what this indicator is made"
                            + " of: " + its.why()))
                    .filter(reason -> !why.contains(reason))
                    .ifPresent(why::add));
        }
        boolean isNothingInCommon = why.isEmpty()
                && asked.divisor()
                        .filter(divisor -> divisor.choice().breakdowns().isEmpty())
                        .isPresent();
        if (isNothingInCommon) {
            why.add("Of no entity and year both the numerator and the denominator are known.");
        }
        return why;
    }

    private void add(String name, Optional<IndicatorInquiry.Part> part) {
        part.flatMap(IndicatorInquiry.Part::inquiry)
                .ifPresent(inquiry -> inquiry.choice()
                        .coverage(true)
                        .gaps()
                        .forEach(gap -> all.merge(
                                new EntityYear(gap.entity(), gap.year()), missing(name, gap), Missings::both)));
    }

    private IndicatorView.Missing missing(String name, Gap gap) {
        boolean isZero = name.equals(NUMERATOR) && asked.indicator().uncovered() == Uncovered.ZERO;
        return new IndicatorView.Missing(
                gap.entity(),
                gap.year(),
                List.of(name),
                isZero ? AS_ZERO : LEFT_OUT,
                gap.reason(),
                gap.amountReported());
    }

    private static IndicatorView.Missing both(IndicatorView.Missing one, IndicatorView.Missing other) {
        List<String> parts = new ArrayList<>(one.parts());
        parts.addAll(other.parts());
        return new IndicatorView.Missing(
                one.entity(), one.year(), parts, other.effect(), one.reason(), one.amountReported());
    }
}
