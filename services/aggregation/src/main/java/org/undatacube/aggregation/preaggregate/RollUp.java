package org.undatacube.aggregation.preaggregate;

/** Merges a block's rows that have equal codes in fewer dimensions. */
final class RollUp {
    /** Within which several columns are put into one number. */
    private static final long MOST_KEY = 1L << 60;

    private final Block block;
    private final int subset;
    private final int rows;
    private int[] slots;
    private int size;

    private RollUp(Block block, int subset, int rows) {
        this.rows = rows;
        this.block = block;
        this.subset = subset;
    }

    static Block of(Block block, int subset) {
        RollUp rollUp = new RollUp(block, subset, block.rows);
        rollUp.number();
        return rollUp.merged();
    }

    /** How many rows would be left of the block's first ones. */
    static int rows(Block block, int subset, int first) {
        RollUp rollUp = new RollUp(block, subset, Math.min(first, block.rows));
        rollUp.number();
        return rollUp.size;
    }

    /** Gives rows of equal codes the same slot. */
    private void number() {
        long[] keys = new long[rows];
        long bound = 1;
        for (int position = 0; position < block.codes.length; position++) {
            char[] column = block.codes[position];
            if (column != null && CubeShape.has(subset, position)) {
                int radix = Math.max(1, block.bounds[position]);
                if (bound > MOST_KEY / radix) {
                    bound = renumber(keys);
                }
                for (int row = 0; row < keys.length; row++) {
                    keys[row] = keys[row] * radix + column[row];
                }
                bound *= radix;
            }
        }
        slots = new int[rows];
        LongSlots numbers = new LongSlots((int) Math.min(bound, rows / 4));
        for (int row = 0; row < slots.length; row++) {
            slots[row] = numbers.add(keys[row]);
        }
        size = numbers.size();
    }

    private static int renumber(long[] keys) {
        LongSlots numbers = new LongSlots(keys.length / 4);
        for (int row = 0; row < keys.length; row++) {
            keys[row] = numbers.add(keys[row]);
        }
        return numbers.size();
    }

    private Block merged() {
        long[] wholes = new long[size];
        long[] nanos = new long[size];
        int[] lines = new int[size];
        for (int row = 0; row < slots.length; row++) {
            int slot = slots[row];
            wholes[slot] += block.wholes[row];
            nanos[slot] += block.nanos[row];
            lines[slot] += block.lines == null ? 1 : block.lines[row];
        }
        int[] rest = new int[size];
        for (int slot = 0; slot < size; slot++) {
            wholes[slot] += nanos[slot] / Block.NANOS;
            rest[slot] = (int) (nanos[slot] % Block.NANOS);
        }
        char[][] codes = new char[block.codes.length][];
        char[] constants = block.constants.clone();
        for (int position = 0; position < codes.length; position++) {
            if (block.codes[position] != null && CubeShape.has(subset, position)) {
                codes[position] = codes(block.codes[position]);
            }
        }
        return new Block(subset, codes, constants, wholes, rest, lines, block.magnitude);
    }

    private char[] codes(char[] column) {
        char[] codes = new char[size];
        for (int row = 0; row < slots.length; row++) {
            codes[slots[row]] = column[row];
        }
        return codes;
    }
}
