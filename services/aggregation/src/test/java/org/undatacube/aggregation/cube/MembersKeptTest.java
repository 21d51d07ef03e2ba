package org.undatacube.aggregation.cube;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.codelists.Dimension;

class MembersKeptTest {
    private final Members members = SampleLists.members();

    @Test
    void keepAProjectionThatIsUsedAgain() {
        Projection first = members.byLevel(Dimension.LOCATION, "region", Structure.THEN);

        assertSame(first, members.byLevel(Dimension.LOCATION, "region", Structure.THEN));
    }

    @Test
    void doNotKeepTheProjectionsOfEveryYearThatCanBeAsked() {
        List<Projection> first = ofEveryYear();
        List<Projection> second = ofEveryYear();

        long kept = first.stream()
                .filter(projection -> second.stream().anyMatch(again -> again == projection))
                .count();
        assertTrue(kept < first.size() / 2, kept + " of " + first.size() + " were kept");
    }

    private List<Projection> ofEveryYear() {
        List<Projection> projections = new ArrayList<>();
        for (int year = 1945; year <= 2100; year++) {
            for (Dimension dimension : Dimension.values()) {
                for (String level : members.levels(dimension)) {
                    projections.add(members.byLevel(dimension, level, Structure.of(year)));
                }
            }
        }
        return projections;
    }
}
