package org.undatacube.aggregation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.published.Published;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Every engine puts lines together under their members, and counts what is different. */
public abstract class GroupsAndCounts extends EngineCase {
    @Test
    void showsLinesUnderTheirMembersOfALevelAndAboveItUnderTheirOwnCode() throws IOException {
        location(
                "location=ML 1",
                "location=EG 2",
                "location=AF 4",
                "location=2 8",
                "location=202 16",
                "location=G&I 32");

        assertEquals(List.of("142: 4.00 of 1", "2: 27.00 of 4", "G&I: 32.00 of 1"), asked(List.of(REGION)));
        assertEquals(
                List.of(
                        "202: 16.00 of 1",
                        "2: 8.00 of 1",
                        "AF: 4.00 of 1",
                        "EG: 2.00 of 1",
                        "G&I: 32.00 of 1",
                        "ML: 1.00 of 1"),
                asked(List.of(COUNTRY)));
    }

    @Test
    void showsCodesThatNoListHasUnderThemselves() throws IOException {
        location("location=XX 1", "location=O'Higgins 2", "location=\"é\" 4", "location=ML 8");

        assertEquals(
                List.of("\"é\": 4.00 of 1", "ML: 8.00 of 1", "O'Higgins: 2.00 of 1", "XX: 1.00 of 1"),
                asked(List.of(COUNTRY)));
        assertEquals(List.of("-: 7.00 of 3", "LDC: 8.00 of 1", "SAHEL: 8.00 of 1"), asked(List.of(GROUPS)));
        assertEquals(
                List.of(": 7.00 of 3"),
                asked(List.of(), below(Dimension.LOCATION, "2").negated()));
    }

    @Test
    void countsALineUnderEachOfItsGroupsOfItsYear() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=EG 2", "location=G&I 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=EG 16", "location=G&I 32")));

        assertEquals(
                List.of(
                        "- 2023: 4.00 of 1",
                        "- 2024: 32.00 of 1",
                        "LDC 2023: 1.00 of 1",
                        "LDC 2024: 8.00 of 1",
                        "NORTH 2023: 2.00 of 1",
                        "NORTH 2024: 16.00 of 1",
                        "SAHEL 2024: 8.00 of 1"),
                asked(List.of(GROUPS, YEAR)));
        Axis recast = new Axis.Projected(MEMBERS.byGroup(Dimension.LOCATION, "groups", Structure.of(2024)));
        assertEquals(
                List.of("-: 36.00 of 2", "LDC: 9.00 of 2", "NORTH: 18.00 of 2", "SAHEL: 9.00 of 2"),
                asked(List.of(recast)));
    }

    @Test
    void putsLinesTogetherBySeveralAxesAtOnce() throws IOException {
        Published.Breakdown joint = breakdown(
                "location,sdg",
                "location=ML sdg=5.1 1",
                "location=EG sdg=5 2",
                "location=ML sdg=1 4",
                "location=AF sdg=X00 8",
                "entity=UN-UNRISD location=ML sdg=5.2 16");
        history.publish(history.publication(Flow.EXPENSE, "UN", 2024, joint));

        assertEquals(
                List.of("142 X00 UN 2024: 8.00 of 1", "2 1 UN 2024: 4.00 of 1", "2 5 UN 2024: 19.00 of 3"),
                asked(List.of(REGION, GOAL, ENTITY, YEAR)));
        assertEquals(
                List.of("AF 142: 8.00 of 1", "EG 2: 2.00 of 1", "ML 2: 21.00 of 3"), asked(List.of(COUNTRY, REGION)));
    }

    @Test
    void countsALineOnceForEachPairOfGroupsOfTwoHierarchies() throws IOException {
        history.publish(publication(
                2024,
                breakdown("location,sdg", "location=ML sdg=5.1 1", "location=AF sdg=10 2", "location=2 sdg=X00 4")));
        Axis people = new Axis.Projected(MEMBERS.byGroup(Dimension.SDG, "five-ps", Structure.THEN));

        assertEquals(
                List.of(
                        "- -: 4.00 of 1",
                        "LDC PEOPLE: 1.00 of 1",
                        "LDC PROSPERITY: 2.00 of 1",
                        "SAHEL PEOPLE: 1.00 of 1"),
                asked(List.of(GROUPS, people)));
    }

    @Test
    void countsDifferentKeysAndALineOfSeveralGroupsInEach() throws IOException {
        history.publish(publication(
                2024,
                breakdown(
                        "location,sdg",
                        "location=ML sdg=5.1 1",
                        "location=ML sdg=5.2 2",
                        "location=AF sdg=1 4",
                        "location=AF sdg=1.a 8",
                        "location=G&I sdg=XX 16")));
        List<Projection> distinct =
                List.of(MEMBERS.byLevel(Dimension.SDG, "goal", Structure.THEN), projection(COUNTRY));

        try (Engine engine = filled()) {
            assertEquals(
                    Map.of(
                            List.of("LDC"), List.of(2L, 2L),
                            List.of("SAHEL"), List.of(1L, 1L),
                            List.of("-"), List.of(1L, 1L)),
                    tally(
                                    engine,
                                    new Aggregation(
                                            Flow.EXPENSE, List.of(1L), List.of(GROUPS), List.of(), true, distinct))
                            .stream()
                            .collect(Collectors.toMap(Tally::keys, Tally::distinct)));
            assertEquals(
                    List.of(List.of(3L, 3L)),
                    tally(engine, new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, distinct))
                            .stream()
                            .map(Tally::distinct)
                            .toList());
        }
    }

    @Test
    void usesOneProjectionAsAxisAndInAFilterAndForCounting() throws IOException {
        location("location=ML 1", "location=EG 2", "location=AF 4");

        try (Engine engine = filled()) {
            Filter notMali = new Filter.Except(List.of(COUNTRY), Set.of(List.of("ML")));
            List<Tally> tallies = tally(
                    engine,
                    new Aggregation(
                            Flow.EXPENSE,
                            List.of(1L),
                            List.of(COUNTRY, REGION),
                            List.of(notMali),
                            false,
                            List.of(projection(COUNTRY))));
            assertEquals(List.of("AF 142: 4.00 of 1", "EG 2: 2.00 of 1"), texts(tallies));
        }
    }

    private static Projection projection(Axis axis) {
        return ((Axis.Projected) axis).projection();
    }
}
