package org.undatacube.aggregation.sdmx;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The observations of one key, of several years.
 *
 * @param codes of each of the cube's dimensions the code, as its list spells it; null where it is not drilled down by
 */
record Series(List<String> codes, List<Observation> observations) {
    Series {
        codes = Collections.unmodifiableList(Arrays.asList(codes.toArray(String[]::new)));
        observations = List.copyOf(observations);
    }
}
