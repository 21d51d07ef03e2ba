package org.undatacube.registry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the codes that are above themselves. */
final class Cycles {
    private Cycles() {}

    /**
     * The circles among codes and their parents.
     *
     * @param parents the parent of each code that has one
     * @return for each code in a circle the way up from it, which ends with the code itself
     */
    static Map<String, List<String>> in(Map<String, String> parents) {
        Map<String, List<String>> circles = new HashMap<>();
        Set<String> done = new HashSet<>();
        for (String start : parents.keySet()) {
            List<String> way = new ArrayList<>();
            Set<String> onTheWay = new HashSet<>();
            String step = start;
            while (step != null && !done.contains(step) && onTheWay.add(step)) {
                way.add(step);
                step = parents.get(step);
            }
            if (step != null && !done.contains(step)) {
                addCircle(circles, way.subList(way.indexOf(step), way.size()));
            }
            done.addAll(way);
        }
        return circles;
    }

    private static void addCircle(Map<String, List<String>> circles, List<String> circle) {
        for (int index = 0; index < circle.size(); index++) {
            List<String> way = new ArrayList<>(circle.subList(index, circle.size()));
            way.addAll(circle.subList(0, index + 1));
            circles.put(circle.get(index), List.copyOf(way));
        }
    }
}
