package org.undatacube.contributions.validation;

import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.submission.Amount;

/**
 * What an entity published for the nearest other year.
 *
 * @param total the control total
 * @param members sums by code of the {@link #DIMENSIONS} that were given
 */
public record History(int year, Amount total, Map<Dimension, Map<String, Amount>> members) {
    /** The dimensions whose codes are few and stay much the same from year to year. */
    public static final List<Dimension> DIMENSIONS = List.of(Dimension.FUNCTION, Dimension.INSTRUMENT);
}
