package org.undatacube.benchmarks.feed;

import java.util.List;
import java.util.SplittableRandom;

/** Codes drawn at random, the first ones most often. */
final class Draw {
    private static final int SLOTS = 1 << 14;

    private final int[] slots = new int[SLOTS];

    /**
     * @param codes of which each is drawn sooner or later
     * @param skew the frequency of a code falls with its place to the power of this; 0 where all are alike
     */
    Draw(List<Integer> codes, double skew) {
        double sum = 0;
        for (int place = 1; place <= codes.size(); place++) {
            sum += Math.pow(place, -skew);
        }
        int filled = 0;
        double upTo = 0;
        for (int place = 1; place <= codes.size(); place++) {
            upTo += Math.pow(place, -skew);
            long wanted = Math.max(filled + 1, Math.round(SLOTS * upTo / sum));
            int end = (int) Math.min(wanted, SLOTS - (codes.size() - place));
            while (filled < end) {
                slots[filled++] = codes.get(place - 1);
            }
        }
    }

    int next(SplittableRandom random) {
        return slots[random.nextInt() & (SLOTS - 1)];
    }
}
