package org.undatacube.aggregation.preaggregate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Puts a breakdown's lines into a block, each as a row of its own, as long as they can be held in one. */
final class LineCollector {
    private static final int SCALE = 9;
    private static final BigInteger NANOS = BigInteger.valueOf(Block.NANOS);
    /** Of an array. */
    private static final long MOST_ROWS = Integer.MAX_VALUE - 8L;

    private final CodeNumbers.Known[] numbers;
    private final int subset;
    private final char[][] codes;
    private long[] wholes;
    private int[] nanos;
    private int rows;
    private long magnitude;
    private boolean beyond;

    /**
     * @param subset the breakdown's dimensions
     * @param lines how many it has
     * @param mostLines where there are more none is held
     */
    LineCollector(CubeShape shape, CodeNumbers numbers, int subset, long lines, long mostLines) {
        this.subset = subset;
        this.beyond = lines > Math.min(mostLines, MOST_ROWS);
        this.codes = new char[shape.positions()][];
        this.numbers = new CodeNumbers.Known[shape.positions()];
        int room = beyond ? 0 : (int) lines;
        this.wholes = new long[room];
        this.nanos = new int[room];
        for (int position = 0; position < codes.length; position++) {
            if (CubeShape.has(subset, position)) {
                codes[position] = new char[room];
                this.numbers[position] = numbers.of(shape.dimension(position));
            }
        }
    }

    /** @param lineCodes by position */
    void add(String[] lineCodes, BigDecimal amount) {
        // one that has more lines than it says is refused by the store
        if (beyond || rows == wholes.length || !addAmount(amount)) {
            forget();
            return;
        }
        for (int position = 0; position < codes.length; position++) {
            if (codes[position] != null) {
                String code = lineCodes[position];
                int number = code == null ? Codes.NONE : numbers[position].add(code);
                if (number == Codes.NONE) {
                    forget();
                    return;
                }
                codes[position][rows] = (char) number;
            }
        }
        rows++;
    }

    /** Empty where a line cannot be held: its amount is beyond all dollars, or there are too many codes or lines. */
    Optional<Block> block() {
        if (beyond) {
            return Optional.empty();
        }
        char[] constants = new char[codes.length];
        char[][] columns = new char[codes.length][];
        for (int position = 0; position < codes.length; position++) {
            if (codes[position] != null) {
                if (isConstant(codes[position], rows)) {
                    constants[position] = rows == 0 ? 0 : codes[position][0];
                } else {
                    columns[position] = fitting(codes[position]);
                }
            }
        }
        boolean isFull = rows == wholes.length;
        return Optional.of(new Block(
                subset,
                columns,
                constants,
                isFull ? wholes : Arrays.copyOf(wholes, rows),
                isFull ? nanos : Arrays.copyOf(nanos, rows),
                null,
                magnitude));
    }

    private char[] fitting(char[] column) {
        return rows == column.length ? column : Arrays.copyOf(column, rows);
    }

    private boolean addAmount(BigDecimal amount) {
        if (amount.scale() > SCALE && amount.stripTrailingZeros().scale() > SCALE) {
            return false;
        }
        BigInteger units = amount.setScale(SCALE).unscaledValue();
        long whole;
        int rest;
        if (units.bitLength() < Long.SIZE) {
            whole = Math.floorDiv(units.longValue(), (long) Block.NANOS);
            rest = (int) Math.floorMod(units.longValue(), (long) Block.NANOS);
        } else {
            BigInteger dollars = units.subtract(units.mod(NANOS)).divide(NANOS);
            if (dollars.bitLength() >= Long.SIZE - 2) {
                return false;
            }
            whole = dollars.longValue();
            rest = units.mod(NANOS).intValue();
        }
        magnitude += Math.abs(whole) + 1;
        wholes[rows] = whole;
        nanos[rows] = rest;
        return magnitude <= Block.MOST_MAGNITUDE;
    }

    private void forget() {
        beyond = true;
        wholes = new long[0];
        nanos = new int[0];
        Arrays.fill(codes, null);
    }

    static boolean isConstant(char[] column, int rows) {
        for (int row = 1; row < rows; row++) {
            if (column[row] != column[0]) {
                return false;
            }
        }
        return true;
    }
}
