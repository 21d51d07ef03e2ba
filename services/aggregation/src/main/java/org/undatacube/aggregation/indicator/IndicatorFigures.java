package org.undatacube.aggregation.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Language;

/** Adds an indicator's figures up: its two questions are answered, and one divided by the other place by place. */
final class IndicatorFigures {
    private final IndicatorInquiry asked;
    private final Language language;
    private final Optional<Amounts> dividends;
    private final Optional<Amounts> divisors;
    private final Map<Place, Extent> extents = new HashMap<>();

    /** What is published, and what of it counts. */
    private static final class Extent {
        private int reporting;
        private int covered;
        private BigDecimal amountReported = BigDecimal.ZERO;
        private BigDecimal amountCovered = BigDecimal.ZERO;

        private void add(Extent other) {
            reporting += other.reporting;
            covered += other.covered;
            amountReported = amountReported.add(other.amountReported);
            amountCovered = amountCovered.add(other.amountCovered);
        }

        private IndicatorView.Coverage view() {
            return new IndicatorView.Coverage(reporting, covered, new Usd(amountReported), new Usd(amountCovered));
        }
    }

    /** The answer to one of the two questions. */
    private static final class Amounts {
        private final Map<Place, BigDecimal> amounts = new HashMap<>();
        private final Answer answer;
        private final Unit unit;

        private Amounts(Inquiry inquiry) {
            answer = inquiry.answer();
            Measure figure = inquiry.question().measures().get(0);
            unit = Unit.valueOf(figure.unit().name());
            inquiry.choice().picks().stream()
                    .filter(pick -> pick.breakdown().isPresent())
                    .forEach(pick -> amounts.put(Place.of(pick.publication(), inquiry), BigDecimal.ZERO));
            answer.cells()
                    .forEach(cell -> amounts.put(Place.of(cell), cell.figures().of(figure)));
        }

        /** Zero where no line is; empty where nothing is known. */
        private Optional<BigDecimal> at(Place place) {
            return Optional.ofNullable(amounts.get(place));
        }

        private Quantity quantity(BigDecimal amount) {
            Question question = answer.question();
            return new Quantity(amount, unit, question.view().rounding().decimals());
        }
    }

    IndicatorFigures(IndicatorInquiry asked, Language language) {
        this.asked = asked;
        this.language = language;
        this.dividends = asked.dividend().map(Amounts::new);
        this.divisors = asked.divisor().map(Amounts::new);
        Inquiry scope = asked.scope();
        scope.choice().picks().forEach(pick -> {
            Extent extent = extents.computeIfAbsent(Place.of(pick.publication(), scope), place -> new Extent());
            extent.reporting++;
            extent.amountReported = extent.amountReported.add(pick.publication().controlTotal());
        });
        asked.divisor()
                .or(() -> asked.denominator().isEmpty() ? asked.dividend() : Optional.empty())
                .ifPresent(this::cover);
    }

    private void cover(Inquiry basis) {
        basis.choice()
                .picks()
                .forEach(pick -> pick.breakdown()
                        .ifPresent(breakdown ->
                                cover(extents.get(Place.of(pick.publication(), asked.scope())), breakdown)));
    }

    private static void cover(Extent extent, PublishedBreakdown breakdown) {
        extent.covered++;
        extent.amountCovered = extent.amountCovered.add(breakdown.total());
    }

    /** One for each place of which anything is published, in the order that was asked for. */
    List<IndicatorView.Value> values() {
        return asked.indicator().numerator() == null
                ? List.of()
                : extents.keySet().stream()
                        .sorted(Place.order(asked.subset().by(), asked.scope().members()))
                        .map(this::value)
                        .toList();
    }

    private IndicatorView.Value value(Place place) {
        Optional<BigDecimal> divisor = divisors.flatMap(its -> its.at(place));
        boolean isZeroWhereUnknown = asked.indicator().uncovered() == Uncovered.ZERO && divisor.isPresent();
        Optional<BigDecimal> dividend = dividends
                .flatMap(its -> its.at(place))
                .or(() -> Optional.of(BigDecimal.ZERO).filter(zero -> isZeroWhereUnknown && dividends.isPresent()));
        Optional<Quantity> numerator =
                dividend.map(amount -> dividends.orElseThrow().quantity(amount));
        Optional<Quantity> value = asked.denominator().isEmpty()
                ? numerator
                : dividend.flatMap(part -> divisor.flatMap(whole -> Quantity.ratio(part, whole)));
        return new IndicatorView.Value(
                place.year(),
                place.entity() == null ? null : entity(place.entity()),
                numerator.orElse(null),
                divisor.map(amount -> divisors.orElseThrow().quantity(amount)).orElse(null),
                value.orElse(null),
                extents.get(place).view());
    }

    private IndicatorView.Member entity(String code) {
        return new IndicatorView.Member(code, asked.scope().members().label(Dimension.ENTITY, code, language));
    }

    /** Of all places together. */
    IndicatorView.Coverage coverage() {
        Extent all = new Extent();
        extents.values().forEach(all::add);
        return all.view();
    }

    /** What the answers say that is not said elsewhere. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Optional<Amounts> amounts : List.of(dividends, divisors)) {
            amounts.filter(its -> !its.amounts.isEmpty())
                    .ifPresent(its -> its.answer.notes().stream()
                            .filter(note -> !notes.contains(note))
                            .forEach(notes::add));
        }
        return notes;
    }
}
