package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    @Test
    void findsEveryKeyAgainHoweverManyThereAre() {
        Random random = new Random(7);
        KeyTable table = new KeyTable(3, 2);
        Map<List<Integer>, Integer> rows = new HashMap<>();
        for (int number = 0; number < 20_000; number++) {
            int[] key = {random.nextInt(40) - 1, random.nextInt(40) - 1, random.nextInt(40) - 1};
            List<Integer> asList = List.of(key[0], key[1], key[2]);
            assertEquals(rows.getOrDefault(asList, -1), table.find(key));
            int row = table.findOrAdd(key);
            assertEquals(rows.computeIfAbsent(asList, added -> rows.size()), row);
        }
        assertEquals(rows.size(), table.size());
        rows.forEach((key, row) -> assertEquals(key.get(1), table.at(row, 1)));
    }

    @Test
    void hasOneKeyWhereThereAreNoDrilldowns() {
        KeyTable table = new KeyTable(0, 0);

        assertTrue(table.find(new int[0]) < 0);
        assertEquals(0, table.findOrAdd(new int[0]));
        assertEquals(0, table.findOrAdd(new int[0]));
        assertEquals(1, table.size());
    }

    @Test
    void givesTheKeyOfTheCellInACoarserSet() {
        KeyTable table = new KeyTable(3, 1);
        int row = table.findOrAdd(new int[] {4, 5, 6});
        int[] key = new int[3];

        table.copy(row, 0b101, key);

        assertArrayEquals(new int[] {4, DrilldownKeys.ABSENT, 6}, key);
    }
}
