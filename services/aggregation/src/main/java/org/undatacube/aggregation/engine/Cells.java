package org.undatacube.aggregation.engine;

import java.util.Collection;
import java.util.List;
import org.undatacube.aggregation.cube.Measure;

/**
 * What a question gives.
 *
 * @param cells those of the page asked for, sorted
 * @param cellCount how many there are on all pages
 * @param total over all lines that fulfil the cuts, whatever the page
 */
public record Cells(List<Cell> cells, long cellCount, Figures total) {

    /** @param keys one for each drilldown, in its order: a member's code, or the year */
    public record Cell(List<String> keys, Figures figures) {}

    public static Cells none(Collection<Measure> asked) {
        return new Cells(List.of(), 0, Figures.ofNothing(asked));
    }
}
