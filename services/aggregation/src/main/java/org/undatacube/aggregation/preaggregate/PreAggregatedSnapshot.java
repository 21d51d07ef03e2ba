package org.undatacube.aggregation.preaggregate;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
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

/**
 * Answers from what is held at one moment, or from the store.
 *
 * @param store at the same moment or before
 * @param scanned whether the store had to add something up
 */
record PreAggregatedSnapshot(
        Snapshot store, PreAggregates preAggregates, Kept kept, CellLimit limit, AtomicBoolean scanned)
        implements Snapshot {
    PreAggregatedSnapshot(Snapshot store, PreAggregates preAggregates, Kept kept, CellLimit limit) {
        this(store, preAggregates, kept, limit, new AtomicBoolean());
    }

    @Override
    public Catalogue catalogue() {
        return store.catalogue();
    }

    @Override
    public List<Tally> tally(Aggregation aggregation, Patience patience) {
        patience.check();
        Optional<TallyPlan> plan = preAggregates.plan(kept, aggregation);
        if (plan.isEmpty()) {
            scanned.set(true);
            preAggregates.countScan();
            return store.tally(aggregation, patience);
        }
        preAggregates.count(aggregation.cube(), plan.get());
        return plan.get().tally(patience, limit);
    }

    @Override
    public void stream(Aggregation aggregation, List<KeyOrder> order, Patience patience, TallyReader reader)
            throws IOException {
        scanned.set(true);
        preAggregates.countScan();
        store.stream(aggregation, order, patience, reader);
    }

    @Override
    public boolean hasScanned() {
        return scanned.get();
    }

    @Override
    public Route route(Aggregation aggregation) {
        return preAggregates
                .plan(kept, aggregation)
                .<Route>map(TallyPlan::route)
                .orElseGet(() -> store.route(aggregation));
    }

    @Override
    public Plan plan(Aggregation aggregation) {
        Optional<TallyPlan> plan = preAggregates.plan(kept, aggregation);
        Plan ofStore = store.plan(aggregation);
        PassedOverCuboids cuboids = new PassedOverCuboids(kept, aggregation);
        return new Plan(
                plan.<Route>map(TallyPlan::route).orElseGet(ofStore::route),
                plan.isPresent() ? Optional.empty() : Optional.of(cuboids.whyScan()),
                cuboids.list(plan.isEmpty()),
                ofStore.scan());
    }

    @Override
    public List<PublishedLine> read(LineReading reading, Patience patience) {
        return store.read(reading, patience);
    }

    @Override
    public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
        store.lines(cube, breakdowns, reader);
    }
}
