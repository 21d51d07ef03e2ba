package org.undatacube.aggregation.preaggregate;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.changefeed.EditionChange;

/**
 * Answers from pre-aggregates where they can tell, and from the store that it is put before where they cannot.
 *
 * <p>A breakdown's lines never change and a question names its breakdowns, so that what is held is right whenever it is
 * there. Only a store that is begun anew may use a breakdown's number again: then all is forgotten.
 */
public final class PreAggregatedEngine implements Engine {
    private static final Logger LOG = Logger.getLogger(PreAggregatedEngine.class);

    private final Engine store;
    private final PreAggregates preAggregates;
    private final CellLimit limit;
    private final Executor background;
    private final Filling filling;
    private final AtomicBoolean willFill = new AtomicBoolean();
    /** Held for reading by whoever reads, for writing to close. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    /** Held while what the store has is held as well, and while the store is replaced; no question waits for it. */
    private final Object filled = new Object();

    /** Odd while the store is replaced: then what is held may be of another store than what is read. */
    private volatile long replacements;

    private boolean closed;

    /** @param background where what is not held is filled in, one after the other */
    public PreAggregatedEngine(Engine store, PreAggregates preAggregates, CellLimit limit, Executor background) {
        this.store = store;
        this.preAggregates = preAggregates;
        this.limit = limit;
        this.background = background;
        this.filling = new Filling(preAggregates, this::readUnlessClosed);
        fillSoon();
    }

    @Override
    public <T> T read(Function<Snapshot, T> reading) {
        inUse.readLock().lock();
        try {
            long before = replacements;
            return store.read(snapshot -> {
                Kept kept = preAggregates.kept();
                boolean isOfTheStore = before % 2 == 0 && before == replacements;
                return reading.apply(
                        new PreAggregatedSnapshot(snapshot, preAggregates, isOfTheStore ? kept : Kept.NOTHING, limit));
            });
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public Intake intake() {
        Intake intake = store.intake();
        return new Intake() {
            @Override
            public Catalogue catalogue() {
                return intake.catalogue();
            }

            @Override
            public void takeIn(EditionChange change, Lines lines) throws IOException {
                hold(intake, change, lines);
            }
        };
    }

    @Override
    public Rebuild rebuild() {
        Rebuild rebuild = store.rebuild();
        return new Rebuild() {
            @Override
            public Catalogue catalogue() {
                return rebuild.catalogue();
            }

            @Override
            public void takeIn(EditionChange change, Lines lines) throws IOException {
                rebuild.takeIn(change, lines);
            }

            @Override
            public void finish() {
                replace(rebuild);
            }

            @Override
            public void close() {
                rebuild.close();
            }
        };
    }

    @Override
    public long memory() {
        return store.memory();
    }

    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            closed = true;
            store.close();
        } finally {
            inUse.writeLock().unlock();
        }
    }

    /** What the edition brings is held before it is seen, so that questions about it find both. */
    private void hold(Intake intake, EditionChange change, Intake.Lines lines) throws IOException {
        if (preAggregates.limit() == 0) {
            intake.takeIn(change, lines);
            return;
        }
        Catalogue next = intake.catalogue().with(change);
        preAggregates.makeRoom(EditionCollector.bytes(change), next);
        EditionCollector collector = new EditionCollector(change, preAggregates);
        boolean taken = false;
        try {
            intake.takeIn(change, line -> {
                lines.forEach(each -> {
                    collector.add(each);
                    line.accept(each);
                });
                preAggregates.hold(collector.holdings(), next);
            });
            taken = true;
        } finally {
            if (!taken) {
                preAggregates.forget(collector.breakdowns());
            }
            // what made room for it in vain is held again too
            fillSoon();
        }
    }

    /** Who begins to read meanwhile is answered by the store alone. */
    private void replace(Rebuild rebuild) {
        try {
            synchronized (filled) {
                replacements++;
                try {
                    rebuild.finish();
                } finally {
                    preAggregates.forgetAll();
                    replacements++;
                }
            }
        } finally {
            fillSoon();
        }
    }

    private void fillSoon() {
        if (willFill.compareAndSet(false, true)) {
            background.execute(() -> {
                willFill.set(false);
                try {
                    filling.fill();
                } catch (RuntimeException e) {
                    LOG.warn("The pre-aggregates are not complete; the store answers what they cannot", e);
                }
            });
        }
    }

    private <T> Optional<T> readUnlessClosed(Function<Snapshot, T> reading) {
        inUse.readLock().lock();
        try {
            synchronized (filled) {
                return closed ? Optional.empty() : Optional.ofNullable(store.read(reading));
            }
        } finally {
            inUse.readLock().unlock();
        }
    }
}
