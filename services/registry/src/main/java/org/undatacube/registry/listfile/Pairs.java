package org.undatacube.registry.listfile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A field that holds {@code name=value}, separated by semicolons. */
public final class Pairs {
    private Pairs() {}

    /** @throws IllegalArgumentException where the field is something else or has a name twice */
    public static Map<String, String> of(String field) {
        Map<String, String> pairs = new TreeMap<>();
        for (String[] pair : split(field)) {
            if (pair.length < 2 || pair[0].isEmpty() || pairs.put(pair[0], pair[1]) != null) {
                throw new IllegalArgumentException("not name=value, each name once: " + field);
            }
        }
        return pairs;
    }

    static boolean areSound(String field) {
        List<String[]> pairs = split(field);
        return pairs.stream().allMatch(pair -> pair.length == 2 && !pair[0].isEmpty())
                && pairs.stream().map(pair -> pair[0]).distinct().count() == pairs.size();
    }

    private static List<String[]> split(String field) {
        return Stream.of(field.split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .toList();
    }
}
