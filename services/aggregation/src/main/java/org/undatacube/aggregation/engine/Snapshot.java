package org.undatacube.aggregation.engine;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.changefeed.PublishedLine;
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

    /**
     * Adds up lines as {@link #tally} does, but in an order and one tally after the other, so that there may be more of
     * them than memory has room for.
     *
     * @throws Problem where the time is over or the question was cancelled
     * @throws IOException where the reader throws it
     */
    default void stream(Aggregation aggregation, List<KeyOrder> order, Patience patience, TallyReader reader)
            throws IOException {
        Comparator<Tally> comparator = Comparator.comparing(tally -> 0);
        for (KeyOrder next : order) {
            comparator = comparator.thenComparing(next.comparator());
        }
        for (Tally tally :
                tally(aggregation, patience).stream().sorted(comparator).toList()) {
            reader.tally(tally);
        }
    }

    /** Whether anything was added up by going through the store; else all of it from what is added up already. */
    default boolean hasScanned() {
        return true;
    }

    /** By which way {@link #tally} adds this up. */
    default Route route(Aggregation aggregation) {
        return new Route.Scan();
    }

    /** By which way {@link #tally} adds this up, as to be read by somebody who wonders. */
    default Plan plan(Aggregation aggregation) {
        return new Plan(route(aggregation), Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * Reads single lines, in order.
     *
     * @throws Problem where the time is over or the question was cancelled
     */
    List<PublishedLine> read(LineReading reading, Patience patience);

    /** Reads all lines of some breakdowns back, in no particular order. */
    void lines(Flow cube, Collection<Long> breakdowns, LineReader reader);
}
