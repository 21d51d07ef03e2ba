package org.undatacube.changefeed;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/**
 * One published amount.
 *
 * @param breakdown the breakdown that it belongs to
 * @param line its number within the breakdown, from 1
 * @param codes the code that it gives in each of its breakdown's dimensions, and its entity or sub-entity
 * @param amount in United States dollars, with every digit that was submitted
 */
public record PublishedLine(long breakdown, long line, Map<Dimension, String> codes, BigDecimal amount) {

    public PublishedLine {
        codes = new EnumMap<>(codes);
    }
}
