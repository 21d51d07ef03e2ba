package org.undatacube.aggregation.answer;

import java.util.Arrays;

/** Different keys of cells, numbered in the order in which they were added. A key has a number for each drilldown. */
final class KeyTable {
    private static final int FEWEST_SLOTS = 16;
    private static final int EMPTY = -1;
    /** The golden ratio's bits, which spread neighbouring numbers. */
    private static final int SPREAD = 0x9E3779B9;

    private final int width;
    private int[] keys;
    private int[] slots;
    private int size;

    KeyTable(int width, int expected) {
        this.width = width;
        keys = new int[Math.max(1, width * expected)];
        slots = emptySlots(Math.max(FEWEST_SLOTS, Integer.highestOneBit(Math.max(1, expected)) * 4));
    }

    int size() {
        return size;
    }

    int at(int row, int drilldown) {
        return keys[row * width + drilldown];
    }

    /** Writes a row's key over another. */
    void copy(int row, int[] key) {
        System.arraycopy(keys, row * width, key, 0, width);
    }

    /** As {@link #copy}, but as the key of the row's cell in a coarser set. */
    void copy(int row, int set, int[] key) {
        copy(row, key);
        GroupingSets.reduce(key, set);
    }

    /** The row of a key, or a negative number. */
    int find(int[] key) {
        return slots[slot(key)];
    }

    int findOrAdd(int[] key) {
        int slot = slot(key);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if ((size + 1) * 2 > slots.length) {
            grow();
            slot = slot(key);
        }
        if ((size + 1) * width > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(width * FEWEST_SLOTS, keys.length * 2));
        }
        System.arraycopy(key, 0, keys, size * width, width);
        slots[slot] = size;
        return size++;
    }

    /** Where a key is or would be. */
    private int slot(int[] key) {
        int hash = 1;
        for (int drilldown = 0; drilldown < width; drilldown++) {
            // keys are small numbers: without mixing at each step many would meet in one slot
            hash = (hash ^ key[drilldown]) * SPREAD;
            hash ^= hash >>> 15;
        }
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != EMPTY && !equal(slots[slot], key)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean equal(int row, int[] key) {
        int own = row * width;
        for (int drilldown = 0; drilldown < width; drilldown++) {
            if (keys[own + drilldown] != key[drilldown]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        slots = emptySlots(slots.length * 2);
        int[] key = new int[width];
        for (int row = 0; row < size; row++) {
            copy(row, key);
            slots[slot(key)] = row;
        }
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
