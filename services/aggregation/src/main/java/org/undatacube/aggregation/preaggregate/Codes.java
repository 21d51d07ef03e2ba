package org.undatacube.aggregation.preaggregate;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codes of a dimension that lines have, numbered from 0 as they come. A number once given stays. */
final class Codes {
    /** In the place of a number where there is none. */
    static final int NONE = -1;
    /** So that a number fits a {@code char}. */
    private static final int MOST = Character.MAX_VALUE + 1;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] codes = new String[64];
    private volatile int size;

    /** {@link #NONE} where no line has the code. */
    int numberOf(String code) {
        return numbers.getOrDefault(code, NONE);
    }

    /** The code's number, a new one where it has none yet; {@link #NONE} where all are given away. */
    int add(String code) {
        Integer number = numbers.get(code);
        return number != null ? number : addNew(code);
    }

    private synchronized int addNew(String code) {
        Integer number = numbers.get(code);
        if (number != null) {
            return number;
        }
        int next = size;
        if (next == MOST) {
            return NONE;
        }
        String[] room = codes;
        if (next == room.length) {
            room = Arrays.copyOf(room, 2 * next);
        }
        room[next] = code;
        codes = room;
        size = next + 1;
        numbers.put(code, next);
        return next;
    }

    String code(int number) {
        return codes[number];
    }

    int size() {
        return size;
    }
}
