package org.undatacube.aggregation.query;

import java.util.List;

/**
 * Of which years and entities figures are asked, and for which of them each.
 *
 * @param cuts none where all are meant
 * @param by years, entities or both, in the order in which figures are sorted
 */
public record Subset(List<Cut> cuts, List<Drilldown> by) {
    public Subset {
        cuts = List.copyOf(cuts);
        by = List.copyOf(by);
    }
}
