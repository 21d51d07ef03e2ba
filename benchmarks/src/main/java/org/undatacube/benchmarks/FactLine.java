package org.undatacube.benchmarks;

import java.math.BigDecimal;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/**
 * A published line as the bare databases hold it: one wide row that needs no join.
 *
 * @param breakdown the dimension that its breakdown gives; lines of another one are the same money again
 * @param entity the one that reported
 */
record FactLine(
        String cube, String breakdown, int year, String entity, Map<Dimension, String> codes, BigDecimal amount) {

    String function() {
        return codes.get(Dimension.FUNCTION);
    }

    String instrument() {
        return codes.get(Dimension.INSTRUMENT);
    }

    /** The first three characters of the code: R02 of R02A. */
    String instrumentGroup() {
        String instrument = instrument();
        return instrument == null ? null : instrument.substring(0, 3);
    }

    /** A target, or a goal where the reporter gave no more. */
    String sdg() {
        return codes.get(Dimension.SDG);
    }

    String goal() {
        String sdg = sdg();
        return sdg == null ? null : sdg.replaceFirst("\\..*", "");
    }
}
