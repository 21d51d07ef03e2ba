package org.undatacube.registry.sdmx;

/** Bounds of whole years as SDMX wants them: moments. */
final class Years {
    private Years() {}

    /** The first moment of a year; null for none. */
    static String start(Integer year) {
        return year == null ? null : year + "-01-01T00:00:00Z";
    }

    /** The last second of a year; null for none. */
    static String end(Integer year) {
        return year == null ? null : year + "-12-31T23:59:59Z";
    }
}
