package org.undatacube.aggregation.engine;

import java.util.Collection;
import java.util.List;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** One state of the store: whole editions. */
public interface Snapshot {
    Catalogue catalogue();

    /**
     * Adds up lines, in no particular order of the tallies.
     *
     * @throws Problem where the tallies are too many, the time is over or the question was cancelled
     */
    List<Tally> tally(Aggregation aggregation, Patience patience);

    /** By which way {@link #tally} adds this up. */
    default Route route(Aggregation aggregation) {
        return new Route.Scan();
    }

    /** Reads all lines of some breakdowns back, in no particular order. */
    void lines(Flow cube, Collection<Long> breakdowns, LineReader reader);
}
