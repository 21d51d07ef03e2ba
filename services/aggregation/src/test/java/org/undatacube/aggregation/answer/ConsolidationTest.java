package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.query.View;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

class ConsolidationTest {
    @RegisterExtension
    static final SmallCube CUBE = cube();

    private static SmallCube cube() {
        Published published = new Published();
        published.publish(
                published.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2023,
                        breakdown(
                                "contributor",
                                "contributor=SWE 100.00",
                                "contributor=C04C 7.005",
                                "contributor=UNICEF-C 20.00",
                                "contributor=MPTF 3.00",
                                // its place was taken by a pooled fund in 2025
                                "contributor=OLD-FUND 11.00")),
                published.publication(Flow.EXPENSE, "WFP", 2023, breakdown("location", "location=ML 1.00")));
        return new SmallCube(members(), published);
    }

    @Test
    void leavesTransfersWithinTheSystemOut() {
        Asked asked = CUBE.ask().by("contributor.contributor").consolidation(View.Consolidation.NET);

        assertEquals(List.of("SWE: 100.00", "OLD-FUND: 11.00"), CUBE.cells(asked));
        Answer answer = CUBE.answer(asked);
        assertEquals("111.00", SmallCube.figures(answer.total()));
        assertEquals("net 141.005 30.005 111.00", text(answer.consolidation()));
    }

    @Test
    void showsOnlyTheTransfers() {
        Asked asked = CUBE.ask().by("contributor.type").consolidation(View.Consolidation.ELIMINATED);

        assertEquals(List.of("C04C: 27.005", "C04D: 3.00"), CUBE.cells(asked));
        assertEquals("eliminated 141.005 30.005 111.00", text(CUBE.answer(asked).consolidation()));
    }

    @Test
    void knowsTransfersByTheClassificationOfTheYearThatIsAskedFor() {
        Asked asked = CUBE.ask().consolidation(View.Consolidation.NET).structure(2025);

        assertEquals(List.of(": 100.00"), CUBE.cells(asked));
        assertEquals("net 141.005 41.005 100.00", text(CUBE.answer(asked).consolidation()));
    }

    @Test
    void isTakenFromWhatGivesTheContributorAlone() {
        assertEquals(
                1,
                CUBE.answer(CUBE.ask().consolidation(View.Consolidation.NET))
                        .coverage()
                        .entitiesCovered());
        assertEquals(2, CUBE.answer(CUBE.ask()).coverage().entitiesCovered());
        assertNull(CUBE.answer(CUBE.ask()).consolidation());
    }

    private static String text(Consolidated consolidated) {
        return String.join(
                " ",
                consolidated.view(),
                consolidated.gross().toString(),
                consolidated.eliminated().toString(),
                consolidated.net().toString());
    }

    private static Members members() {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, SampleLists.list(dimension));
        }
        CodeList contributors = SampleLists.list(
                Dimension.CONTRIBUTOR,
                "2",
                List.of(
                        "C04C|type|-|UN organizations",
                        "C04D|type|-|UN inter-agency pooled funds",
                        "UNICEF-C|contributor|C04C|UNICEF",
                        "MPTF|contributor|C04D|The Multi-Partner Trust Fund"));
        List<Code> codes = new ArrayList<>(contributors.codes());
        codes.add(new Code(
                "OLD-FUND",
                "contributor",
                "C01",
                Map.of("en", "A fund"),
                Map.of(),
                null,
                null,
                null,
                2024,
                "MPTF",
                List.of(),
                Map.of()));
        lists.put(
                Dimension.CONTRIBUTOR,
                new CodeList(contributors.id(), contributors.title(), "2", contributors.levels(), codes));
        return new Members(lists, Map.of());
    }
}
