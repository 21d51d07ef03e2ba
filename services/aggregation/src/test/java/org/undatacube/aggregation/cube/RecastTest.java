package org.undatacube.aggregation.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** Codes below one that has ended, as a later year shows them. */
class RecastTest {
    private static final Structure OF_2024 = Structure.of(2024);

    private final Members members = members(
            code("T1", "type", null, null, null),
            code("T2", "type", null, null, null),
            code("OLD", "entity", "T1", 2022, "NEW"),
            code("OLD-A", "subentity", "OLD", null, null),
            code("NEW", "entity", "T2", null, null),
            // which went into a part of its own
            code("ROUND", "entity", "T1", 2022, "ROUND-A"),
            code("ROUND-A", "subentity", "ROUND", null, null));

    @Test
    void showsWhatIsBelowAnEndedCodeUnderItsSuccessor() {
        assertEquals(List.of("NEW"), keys("entity", "OLD-A"));
        assertEquals(List.of("T2"), keys("type", "OLD-A"));
        assertEquals(List.of("OLD-A"), keys("subentity", "OLD-A"));
        assertEquals(
                List.of("OLD"),
                members.byLevel(Dimension.ENTITY, "entity", Structure.THEN).keysOf("OLD-A", 2022));
        assertEquals(
                List.of("OLD"),
                members.byLevel(Dimension.ENTITY, "entity", Structure.of(2022)).keysOf("OLD-A", 2022));
    }

    @Test
    void cutsByTheSuccessorWithWhatWasBelowTheEndedCode() {
        for (String cut : List.of("OLD", "NEW", "T2")) {
            Selection selection = members.below(Dimension.ENTITY, List.of(cut), OF_2024);
            assertTrue(selection.contains("OLD-A", 2022), cut);
            assertTrue(selection.contains("OLD", 2022), cut);
            assertTrue(selection.contains("NEW", 2023), cut);
        }
        assertFalse(members.below(Dimension.ENTITY, List.of("T1"), OF_2024).contains("OLD-A", 2022));
        assertFalse(members.only(Dimension.ENTITY, List.of("OLD"), OF_2024).contains("OLD-A", 2022));
    }

    @Test
    void groupsWhatIsBelowAnEndedCodeWithItsSuccessor() {
        Projection board = members.byGroup(Dimension.ENTITY, "board", OF_2024);

        assertEquals(List.of("FOUNDERS"), board.keysOf("NEW", 2024));
        assertEquals(List.of("FOUNDERS"), board.keysOf("OLD-A", 2022));
        assertEquals(
                List.of("LEAVERS"),
                members.byGroup(Dimension.ENTITY, "board", Structure.THEN).keysOf("OLD-A", 2022));
    }

    @Test
    void endsWhereACodeIsAboveItself() {
        assertEquals(List.of("ROUND-A"), keys("entity", "ROUND-A"));
        assertEquals(List.of("ROUND-A"), keys("entity", "ROUND"));
    }

    private List<String> keys(String level, String code) {
        return members.byLevel(Dimension.ENTITY, level, OF_2024).keysOf(code, 2022);
    }

    private static Members members(Code... entities) {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, SampleLists.list(dimension));
        }
        lists.put(
                Dimension.ENTITY,
                new CodeList("entities", "Entities", "1", List.of("type", "entity", "subentity"), List.of(entities)));
        Hierarchy board = SampleLists.hierarchy(
                "board",
                "1",
                SampleLists.group("LEAVERS", "Leavers", "OLD||"),
                SampleLists.group("FOUNDERS", "Founders", "NEW||"));
        return new Members(lists, Map.of(Dimension.ENTITY, List.of(board)));
    }

    private static Code code(String code, String level, String parent, Integer validTo, String successor) {
        return new Code(
                code,
                level,
                parent,
                Map.of("en", code),
                Map.of(),
                null,
                null,
                null,
                validTo,
                successor,
                List.of(),
                Map.of());
    }
}
