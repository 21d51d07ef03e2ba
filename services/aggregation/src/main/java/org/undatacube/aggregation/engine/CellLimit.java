package org.undatacube.aggregation.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/** How many cells the questions that are being answered may hold at once, all together. One alone may hold them all. */
public final class CellLimit {
    /** Of the heap the part that cells may take, and what one of them takes, with its keys and twice while it is copied. */
    private static final int PART_OF_HEAP = 4;

    private static final int BYTES_OF_A_CELL = 400;

    private final int most;
    private final AtomicLong held = new AtomicLong();

    /** The cells of one question; to be used by one thread at a time. */
    public final class Held implements AutoCloseable {
        private long own;

        private Held() {}

        /** @throws Problem where the question has more than are allowed, or others hold too many */
        void add(long cells) {
            require(own + cells);
            own += cells;
            if (held.addAndGet(cells) > most) {
                throw new Problem(
                        AggregationProblem.TOO_LARGE,
                        "The questions that are being answered put lines together into more than " + most
                                + " cells. Ask again when less is asked at once.");
            }
        }

        @Override
        public void close() {
            held.addAndGet(-own);
            own = 0;
        }
    }

    /** @param most the most that are allowed */
    public CellLimit(int most) {
        this.most = most;
    }

    /** The one that is set, else what the heap stands. */
    public static CellLimit of(EngineConfig config) {
        long fitting = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_OF_A_CELL;
        return new CellLimit(config.mostCells().orElse((int) Math.min(Integer.MAX_VALUE - 1, fitting)));
    }

    public int most() {
        return most;
    }

    /** For a question that begins to be answered; to be closed when it has been. */
    public Held begin() {
        return new Held();
    }

    /** @throws Problem where one question has more */
    public void require(long cells) {
        if (cells > most) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The question puts lines together into more than " + most
                                    + " cells. Drill down less deeply, or cut.")
                    .with("limit", most);
        }
    }
}
