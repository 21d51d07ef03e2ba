package org.undatacube.aggregation.preaggregate;

import java.util.EnumMap;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/** Numbers codes as the {@link Dictionary} does, and remembers those that it saw lately. Belongs to one thread. */
final class CodeNumbers {
    private final Dictionary dictionary;
    private final Map<Dimension, Known> known = new EnumMap<>(Dimension.class);

    /** The codes of one dimension. */
    static final class Known {
        private static final int SLOTS = 1 << 12;

        private final Codes all;
        private final String[] codes = new String[SLOTS];
        private final char[] numbers = new char[SLOTS];

        private Known(Codes all) {
            this.all = all;
        }

        /** The code's number, a new one where it has none yet; {@link Codes#NONE} where all are given away. */
        int add(String code) {
            int hash = code.hashCode();
            int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
            if (code.equals(codes[slot])) {
                return numbers[slot];
            }
            int number = all.add(code);
            if (number != Codes.NONE) {
                codes[slot] = code;
                numbers[slot] = (char) number;
            }
            return number;
        }
    }

    CodeNumbers(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    Known of(Dimension dimension) {
        return known.computeIfAbsent(dimension, its -> new Known(dictionary.of(its)));
    }
}
