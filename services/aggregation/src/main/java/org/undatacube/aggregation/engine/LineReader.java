package org.undatacube.aggregation.engine;

import java.math.BigDecimal;

/** Is told of lines one after the other. */
@FunctionalInterface
public interface LineReader {
    /**
     * @param codes one for each of the cube's dimensions in their order, null where the line has none; used again for the
     *     next line
     */
    void line(long breakdown, String[] codes, BigDecimal amount);
}
