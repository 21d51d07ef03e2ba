package org.undatacube.aggregation.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.Fingerprints;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.query.Subset;
import org.undatacube.codelists.Flow;

/**
 * An indicator asked of some years and entities, and all that its figures depend on. Nothing is added up before {@link
 * IndicatorFigures}.
 *
 * @param scope all lines of the years and entities, by what the figures are
 * @param numerator empty where the indicator has none
 * @param denominator empty where the indicator has none
 * @param state which edition or time was asked, as parameters of a link
 */
record IndicatorInquiry(
        Indicator indicator,
        Subset subset,
        Inquiry scope,
        Optional<Part> numerator,
        Optional<Part> denominator,
        Map<String, String> state) {

    /** To be changed with the way in which the views are made, so that no old one is taken for a new one. */
    private static final String FORM = "1";

    /**
     * One of the two questions.
     *
     * @param inquiry empty where the code lists do not have what it names
     * @param why then the reason; else null
     */
    record Part(Flow cube, Optional<Inquiry> inquiry, String why) {
        static Part asked(Inquiry inquiry) {
            return new Part(inquiry.question().cube(), Optional.of(inquiry), null);
        }

        static Part unknown(Flow cube, String why) {
            return new Part(cube, Optional.empty(), why);
        }
    }

    /** Equal where the figures are equal, and all that is said with them. */
    String fingerprint(Indicators definitions) {
        String known = String.join(
                "\n",
                FORM,
                definitions.version(),
                indicator.id(),
                state.toString(),
                numerator.map(Part::why).orElse(null),
                denominator.map(Part::why).orElse(null));
        return Fingerprints.together(known, inquiries());
    }

    /** The edition that last changed anything of what it is about. */
    Edition shownEdition() {
        return Fingerprints.lastChange(inquiries());
    }

    /** The numerator's, answered only where it counts. */
    Optional<Inquiry> dividend() {
        return denominator.isEmpty() ? inquiry(numerator) : where(numerator, denominator);
    }

    /** The denominator's, answered only where it counts. */
    Optional<Inquiry> divisor() {
        return indicator.uncovered() == Uncovered.ZERO
                ? inquiry(denominator).filter(its -> inquiry(numerator).isPresent())
                : where(denominator, numerator);
    }

    private static Optional<Inquiry> where(Optional<Part> part, Optional<Part> other) {
        return inquiry(part).flatMap(its -> inquiry(other).map(its::whereAlso));
    }

    private static Optional<Inquiry> inquiry(Optional<Part> part) {
        return part.flatMap(Part::inquiry);
    }

    private List<Inquiry> inquiries() {
        List<Inquiry> all = new ArrayList<>(List.of(scope));
        Stream.of(numerator, denominator).forEach(part -> inquiry(part).ifPresent(all::add));
        return all;
    }
}
