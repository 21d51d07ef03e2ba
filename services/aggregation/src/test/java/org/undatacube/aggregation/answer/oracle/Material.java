package org.undatacube.aggregation.answer.oracle;

import java.util.List;
import java.util.Map;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/**
 * All that an answer can depend on.
 *
 * @param lines by the number of their breakdown
 */
public record Material(
        Map<Dimension, CodeList> lists,
        Map<Dimension, List<Hierarchy>> hierarchies,
        List<EditionChange> changes,
        Map<Long, List<PublishedLine>> lines) {

    /** Whether a dimension's word is the name of one of its hierarchies, not of one of its levels. */
    boolean isHierarchy(Dimension dimension, String word) {
        return hierarchies.getOrDefault(dimension, List.of()).stream()
                .anyMatch(hierarchy -> hierarchy.id().equals(word));
    }

    Hierarchy hierarchy(Dimension dimension, String id) {
        return hierarchies.get(dimension).stream()
                .filter(hierarchy -> hierarchy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
