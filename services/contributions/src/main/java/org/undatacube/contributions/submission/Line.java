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
 */
public record Line(
        long breakdown,
        int number,
        Map<Dimension, String> codes,
        Amount dollars,
        Original original,
        Basis basis,
        String lineId,
        String note) {
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
