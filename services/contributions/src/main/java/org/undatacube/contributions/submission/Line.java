package org.undatacube.contributions.submission;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Dimension;

/**
 * One reported amount that passed the rules.
 *
 * @param breakdown the breakdown that it belongs to
 * @param number its number within the breakdown, from 1
 * @param codes its entity or sub-entity and its code in each of the breakdown's dimensions
 * @param dollars in United States dollars
 * @param original as submitted, where that was in another currency, else null
 * @param basis expenditure or budget, or null
 * @param lineId the entity's own identifier, or null
 * @param note the entity's own words, or null
 * @param split what it is a part of, where it came in as a share of an amount, else null
 */
public record Line(
        long breakdown,
        int number,
        Map<Dimension, String> codes,
        Amount dollars,
        Original original,
        Basis basis,
        String lineId,
        String note,
        Split split) {
    private static final String DOLLARS = "USD";

    public LineKey key() {
        return new LineKey(breakdown, number);
    }

    /**
     * An amount in the currency in which it was submitted.
     *
     * @param unitsPerUsd the rate of its submission's year with which it was converted; null for a line that came in before
     *     rates were kept with lines
     */
    public record Original(Amount amount, String currency, BigDecimal unitsPerUsd) {}

    /**
     * The whole of which a line is a part.
     *
     * @param firstLine number of the first part of the same whole
     * @param whole as it was submitted, in the currency in which it was
     * @param percent the part's share in it, as it was submitted
     */
    public record Split(int firstLine, Amount whole, BigDecimal percent) {}

    /** The amount in the currency in which it was submitted. */
    public Amount stated() {
        return original == null ? dollars : original.amount();
    }

    /** The currency in which it was submitted. */
    public String currency() {
        return original == null ? DOLLARS : original.currency();
    }

    /** The rate by which it was converted; empty where it was not, or nobody knows any more. */
    public Optional<BigDecimal> rate() {
        return Optional.ofNullable(original).map(Original::unitsPerUsd);
    }
}
