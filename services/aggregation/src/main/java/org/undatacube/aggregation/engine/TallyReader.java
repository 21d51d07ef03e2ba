package org.undatacube.aggregation.engine;

import java.io.IOException;

/** Is told of tallies one after the other. */
@FunctionalInterface
public interface TallyReader {
    void tally(Tally tally) throws IOException;
}
