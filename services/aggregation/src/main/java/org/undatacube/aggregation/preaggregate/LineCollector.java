package org.undatacube.aggregation.preaggregate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Puts a breakdown's lines into a block, each as a row of its own, as long as they can be held in one. */
final class LineCollector {
    private static final int SCALE = 9;
    private static final BigInteger NANOS = BigInteger.valueOf(Block.NANOS);

    private final CubeShape shape;
    private final Dictionary dictionary;
    private final int subset;
    private final int mostRows;
    private final char[][] codes;
    private long[] wholes = new long[16];
    private int[] nanos = new int[16];
    private int rows;
    private long magnitude;
    private boolean beyond;

    /**
     * @param subset the breakdown's dimensions
     * @param mostRows where there are more lines none is held
     */
    LineCollector(CubeShape shape, Dictionary dictionary, int subset, int mostRows) {
        this.shape = shape;
        this.dictionary = dictionary;
        this.subset = subset;
        this.mostRows = mostRows;
        this.codes = new char[shape.positions()][];
        for (int position = 0; position < codes.length; position++) {
            if (CubeShape.has(subset, position)) {
                codes[position] = new char[16];
            }
        }
    }

    /** @param lineCodes by position */
    void add(String[] lineCodes, BigDecimal amount) {
        if (beyond || rows == mostRows || !addAmount(amount)) {
            forget();
            return;
        }
        for (int position = 0; position < codes.length; position++) {
            if (codes[position] != null) {
                String code = lineCodes[position];
                int number = code == null
                        ? Codes.NONE
                        : dictionary.of(shape.dimension(position)).add(code);
                if (number == Codes.NONE) {
                    forget();
                    return;
                }
                codes[position] = roomFor(codes[position], rows);
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
                    constants[position] = codes[position][0];
                } else {
                    columns[position] = Arrays.copyOf(codes[position], rows);
                }
            }
        }
        return Optional.of(new Block(
                subset, columns, constants, Arrays.copyOf(wholes, rows), Arrays.copyOf(nanos, rows), null, magnitude));
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
        if (rows == wholes.length) {
            wholes = Arrays.copyOf(wholes, 2 * rows);
            nanos = Arrays.copyOf(nanos, 2 * rows);
        }
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

    private static char[] roomFor(char[] column, int row) {
        return row < column.length ? column : Arrays.copyOf(column, 2 * row);
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
