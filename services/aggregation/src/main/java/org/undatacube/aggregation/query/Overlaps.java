package org.undatacube.aggregation.query;

import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Structure;

/** Whether a line can be in two cells of a drilldown at once. */
record Overlaps(Members members, Structure structure) {
    boolean areIn(Drilldown drilldown) {
        return drilldown instanceof Drilldown.ByGroup group
                && group.projection(members, structure).overlaps();
    }
}
