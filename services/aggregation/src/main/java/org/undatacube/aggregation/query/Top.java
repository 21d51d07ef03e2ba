package org.undatacube.aggregation.query;

import java.util.List;

/**
 * Only the members of the last drilldown that rank first are shown; the lines of the rest go to one cell of "others".
 *
 * @param count how many members are kept
 * @param per within the cells of these drilldowns each its own are kept; empty where the same are kept everywhere
 * @param others whether the rest is shown
 */
public record Top(int count, List<Drilldown> per, boolean others) {
    public Top {
        per = List.copyOf(per);
    }
}
