package org.undatacube.benchmarks;

import java.math.BigDecimal;
import java.util.Map;

/** Something that answers questions to the cube. */
interface Contestant {
    String name();

    /** Asks and takes in the whole answer; this is what is timed. */
    Answer ask(Asked question) throws Exception;

    /** An answer as it came. */
    interface Answer {
        /** The amount of each cell by its codes, trailing zeros removed; not timed. */
        Map<String, BigDecimal> cells() throws Exception;
    }
}
