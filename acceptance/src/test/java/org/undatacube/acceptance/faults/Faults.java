package org.undatacube.acceptance.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.acceptance.suite.SuiteProcess;

/** Kills processes at random moments, sometimes two at once, and starts them again. */
final class Faults {
    private static final int MOST_BETWEEN_KILLS = 30;

    private final RunningSuite suite;
    private final Ledger ledger;
    private final Random random;

    Faults(RunningSuite suite, Ledger ledger, long seed) {
        this.suite = suite;
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /** @param rounds how often each process is killed at least */
    void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            List<SuiteProcess> order = new ArrayList<>(suite.processes());
            Collections.shuffle(order, random);
            for (SuiteProcess process : order) {
                ledger.awaitMore(1 + random.nextInt(MOST_BETWEEN_KILLS));
                process.kill();
                if (random.nextInt(3) == 0) {
                    order.get(random.nextInt(order.size())).kill();
                }
                suite.startAll();
            }
        }
    }
}
