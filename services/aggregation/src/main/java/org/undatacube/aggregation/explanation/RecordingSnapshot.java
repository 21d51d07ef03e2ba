package org.undatacube.aggregation.explanation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Plan;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.TallyReader;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;

/** Notes what is added up, by which way, and how long that takes. For one question, and one thread. */
public final class RecordingSnapshot implements Snapshot {
    private final Snapshot snapshot;
    private final List<Recorded> recorded = new ArrayList<>();

    /** @param nanos how long it took */
    record Recorded(Aggregation aggregation, Plan plan, int cells, long nanos) {}

    public RecordingSnapshot(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** In the order in which it was asked for. */
    List<Recorded> recorded() {
        return List.copyOf(recorded);
    }

    @Override
    public Catalogue catalogue() {
        return snapshot.catalogue();
    }

    @Override
    public List<Tally> tally(Aggregation aggregation, Patience patience) {
        Plan plan = snapshot.plan(aggregation);
        long begun = System.nanoTime();
        List<Tally> tallies = snapshot.tally(aggregation, patience);
        recorded.add(new Recorded(aggregation, plan, tallies.size(), System.nanoTime() - begun));
        return tallies;
    }

    @Override
    public void stream(Aggregation aggregation, List<KeyOrder> order, Patience patience, TallyReader reader)
            throws IOException {
        throw new UnsupportedOperationException("what is explained is not streamed");
    }

    @Override
    public boolean hasScanned() {
        return snapshot.hasScanned();
    }

    @Override
    public Route route(Aggregation aggregation) {
        return snapshot.route(aggregation);
    }

    @Override
    public Plan plan(Aggregation aggregation) {
        return snapshot.plan(aggregation);
    }

    @Override
    public List<PublishedLine> read(LineReading reading, Patience patience) {
        return snapshot.read(reading, patience);
    }

    @Override
    public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
        snapshot.lines(cube, breakdowns, reader);
    }
}
