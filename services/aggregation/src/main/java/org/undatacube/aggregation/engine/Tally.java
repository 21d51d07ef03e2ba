package org.undatacube.aggregation.engine;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the lines of one cell add up to. Where no line passes there is no tally.
 *
 * @param keys one for each axis
 * @param lines at least one
 * @param minimum null where extremes were not asked for
 * @param maximum null where extremes were not asked for
 * @param distinct for each projection that was asked for, how many of its keys the lines are under
 */
public record Tally(
        List<String> keys,
        BigDecimal amount,
        long lines,
        BigDecimal minimum,
        BigDecimal maximum,
        List<Long> distinct) {}
