package org.undatacube.aggregation.sdmx;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * An answer before it is in any format.
 *
 * @param id the same for the same data
 * @param prepared when it was put together
 * @param dataSets to be gone through once; one at least
 */
record DataMessage(
        String id,
        Instant prepared,
        DataQuery query,
        Identifiers identifiers,
        Labels labels,
        Iterator<DataSet> dataSets) {

    FlowStructure structure() {
        return query.structure();
    }

    Content content() {
        return query.content();
    }

    /** What a series is keyed by, frequency first. */
    List<String> key(Series series) {
        String[] key = new String[series.codes().size() + 1];
        key[0] = FlowStructure.ANNUAL;
        for (int place = 1; place < key.length; place++) {
            key[place] = identifiers.of(
                    structure().dimensions().get(place - 1).dimension(),
                    series.codes().get(place - 1));
        }
        return List.of(key);
    }

    /** Which dimension is at the observation, in the words of messages. */
    String dimensionAtObservation() {
        return query.isFlat() ? "AllDimensions" : FlowStructure.TIME;
    }
}
