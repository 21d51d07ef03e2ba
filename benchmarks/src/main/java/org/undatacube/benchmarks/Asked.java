package org.undatacube.benchmarks;

import java.util.List;

/** A question to the cube, in the words of the API and in SQL; both give the same cells. */
interface Asked {
    /** The drilldowns, as the API names them; in SQL the columns before the amount. */
    List<String> levels();

    /** Path and query. */
    String target();

    String sql();
}
