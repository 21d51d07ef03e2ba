package org.undatacube.aggregation.preaggregate;

import java.util.Arrays;

/** Numbers different longs from 0 as they come. */
final class LongSlots {
    static final int NONE = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys;
    private int[] slots;
    private long[] bySlot;
    private int shift;
    private int size;

    LongSlots(int expected) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, expected) * 2 - 1);
        keys = new long[1 << bits];
        slots = new int[1 << bits];
        Arrays.fill(slots, NONE);
        shift = Long.SIZE - bits;
        bySlot = new long[Math.max(8, expected)];
    }

    int size() {
        return size;
    }

    long key(int slot) {
        return bySlot[slot];
    }

    /** The number of a key, a new one where it has none yet. */
    int add(long key) {
        int place = (int) ((key * GOLDEN) >>> shift);
        while (slots[place] != NONE) {
            if (keys[place] == key) {
                return slots[place];
            }
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        slots[place] = size;
        if (size == bySlot.length) {
            bySlot = Arrays.copyOf(bySlot, 2 * size);
        }
        bySlot[size] = key;
        size++;
        if (2 * size > keys.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        keys = new long[2 * keys.length];
        slots = new int[keys.length];
        Arrays.fill(slots, NONE);
        shift--;
        for (int slot = 0; slot < size; slot++) {
            int place = (int) ((bySlot[slot] * GOLDEN) >>> shift);
            while (slots[place] != NONE) {
                place = (place + 1) & (keys.length - 1);
            }
            keys[place] = bySlot[slot];
            slots[place] = slot;
        }
    }
}
