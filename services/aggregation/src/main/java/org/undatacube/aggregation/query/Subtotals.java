package org.undatacube.aggregation.query;

import java.util.Locale;

/** Which subtotals an answer has beside its detail. */
public enum Subtotals {
    NONE,
    /** After leaving out the last drilldown, the last two and so on, down to the grand total. */
    ROLLUP,
    /**
     * Every combination of the dimensions that are drilled down by, and of each of them from its first drilldown to any
     * other: with {@code location.region,location.country,year} also {@code location.region,year}, {@code year} and the
     * grand total, but not {@code location.country} without its region.
     */
    CUBE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
