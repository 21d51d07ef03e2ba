package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CyclesTest {

    @Test
    void aCodeAboveItselfIsFoundWithTheWayUp() {
        assertEquals(
                Map.of(
                        "A", List.of("A", "B", "C", "A"),
                        "B", List.of("B", "C", "A", "B"),
                        "C", List.of("C", "A", "B", "C")),
                Cycles.in(Map.of("A", "B", "B", "C", "C", "A", "below", "A", "top", "nowhere")));
        assertEquals(Map.of("A", List.of("A", "A")), Cycles.in(Map.of("A", "A", "B", "A")));
        assertEquals(Map.of(), Cycles.in(Map.of("A", "B", "B", "C")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void preciselyTheCodesThatAreReachedFromThemselvesAreFound(int seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(40);
        Map<String, String> parents = new HashMap<>();
        for (int code = 0; code < size; code++) {
            if (random.nextInt(10) > 0) {
                parents.put("c" + code, "c" + random.nextInt(size));
            }
        }

        Map<String, List<String>> found = Cycles.in(parents);

        Set<String> expected = new TreeSet<>();
        parents.keySet().stream()
                .filter(code -> isReachedFromItself(parents, code))
                .forEach(expected::add);
        assertEquals(expected, new TreeSet<>(found.keySet()));
        found.forEach((code, way) -> {
            assertEquals(code, way.get(0));
            assertEquals(code, way.get(way.size() - 1));
            assertEquals(way.size() - 1, new HashSet<>(way).size());
            for (int step = 1; step < way.size(); step++) {
                assertEquals(parents.get(way.get(step - 1)), way.get(step));
            }
        });
    }

    @Test
    void aLongLineOfCodesTakesNoLongTime() {
        Map<String, String> parents = new HashMap<>();
        IntStream.range(0, 200_000).forEach(code -> parents.put("c" + code, "c" + (code + 1)));

        assertTrue(Cycles.in(parents).isEmpty());
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static boolean isReachedFromItself(Map<String, String> parents, String code) {
        String step = parents.get(code);
        for (int steps = 0; step != null && steps <= parents.size(); steps++) {
            if (step.equals(code)) {
                return true;
            }
            step = parents.get(step);
        }
        return false;
    }
}
