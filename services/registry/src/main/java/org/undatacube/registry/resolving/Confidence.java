package org.undatacube.registry.resolving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * How surely a value means a code, from 0.00 to 1.00 in hundredths:
 *
 * <ul>
 *   <li>1.00: it is written as in the list;
 *   <li>0.95: it differs in upper and lower case, accents, blanks or punctuation alone;
 *   <li>less: 0.95 times the share of letters that are right, rounded down;
 *   <li>0.00: no code is given.
 * </ul>
 */
public record Confidence(@JsonValue BigDecimal value) implements Comparable<Confidence> {
    static final Confidence AS_WRITTEN = hundredths(100);
    static final Confidence AS_READ = hundredths(95);
    static final Confidence NO_CODE = hundredths(0);

    private static final int MOST_IF_MISSPELT = 95;

    /**
     * @param wrong how many letters must be put in, left out, exchanged for another or swapped with their neighbour
     * @param letters how many the longer of the two spellings has
     */
    static Confidence misspelt(int wrong, int letters) {
        return hundredths(MOST_IF_MISSPELT * (letters - wrong) / letters);
    }

    private static Confidence hundredths(int hundredths) {
        return new Confidence(BigDecimal.valueOf(hundredths, 2));
    }

    @Override
    public int compareTo(Confidence other) {
        return value.compareTo(other.value);
    }
}
