package org.undatacube.aggregation.answer;

import org.undatacube.aggregation.engine.Patience;

/** Asks patience from time to time while much is gone through, and tells it of the rows that are made meanwhile. */
final class Pace {
    private static final int BETWEEN_CHECKS = 1 << 12;

    private final Patience patience;
    private final Rows made;
    private int steps;
    private int told;

    /** Of what makes no rows. */
    Pace(Patience patience) {
        this(patience, null);
    }

    /** @param made rows that become more from step to step; null for none */
    Pace(Patience patience, Rows made) {
        this.patience = patience;
        this.made = made;
    }

    /** To be called for each of many. */
    void step() {
        if (steps++ % BETWEEN_CHECKS == 0) {
            patience.check();
            tell();
        }
    }

    /** To be called once all rows are made. */
    void end() {
        tell();
    }

    private void tell() {
        if (made != null) {
            patience.hold(made.size() - told);
            told = made.size();
        }
    }
}
