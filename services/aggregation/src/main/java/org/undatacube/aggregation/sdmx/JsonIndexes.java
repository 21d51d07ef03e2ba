package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** At which place of its list each code and year is that a message has named so far. */
final class JsonIndexes {
    /** Of each of the cube's dimensions the places by code; the total's by null. */
    private final List<Map<String, Integer>> codes = new ArrayList<>();

    private final Map<Integer, Integer> years = new LinkedHashMap<>();

    JsonIndexes(DataMessage message) {
        message.structure().dimensions().forEach(dimension -> codes.add(new LinkedHashMap<>()));
    }

    /** As a message names a series: by the places of its key's values, of which the frequency's is the only one. */
    String key(Series series) {
        StringBuilder key = new StringBuilder("0");
        for (int place = 0; place < codes.size(); place++) {
            key.append(':').append(place(codes.get(place), series.codes().get(place)));
        }
        return key.toString();
    }

    int year(int year) {
        return place(years, year);
    }

    private static <K> int place(Map<K, Integer> places, K value) {
        Integer known = places.get(value);
        if (known == null) {
            known = places.size();
            places.put(value, known);
        }
        return known;
    }

    /** In the order of their places; the total is null. */
    List<String> codes(int dimension) {
        return new ArrayList<>(codes.get(dimension).keySet());
    }

    List<Integer> years() {
        return List.copyOf(years.keySet());
    }
}
