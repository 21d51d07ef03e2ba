package org.undatacube.aggregation.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Published;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

class StandingKeptTest {
    private final Published history = new Published();

    @Test
    void thePicksOfAllDimensionsThatCanBeAskedAreNotAllKept() {
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 1")));
        Catalogue catalogue = Catalogue.EMPTY.with(history.changes().get(0));
        Standing standing = catalogue.published(Flow.EXPENSE, catalogue.current());

        requireNotAllKept(picksOfAllSubsets(standing), picksOfAllSubsets(standing));
    }

    @Test
    void whatStandsInEveryEditionIsNotAllKept() {
        for (int edition = 1; edition <= 100; edition++) {
            history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 " + edition)));
        }
        Catalogue catalogue = Catalogue.EMPTY;
        for (EditionChange change : history.changes()) {
            catalogue = catalogue.with(change);
        }

        requireNotAllKept(standingOfAllEditions(catalogue), standingOfAllEditions(catalogue));
    }

    private static void requireNotAllKept(List<?> first, List<?> second) {
        long kept = first.stream()
                .filter(one -> second.stream().anyMatch(again -> again == one))
                .count();
        assertTrue(kept < first.size() / 2, kept + " of " + first.size() + " were kept");
    }

    private static List<Object> standingOfAllEditions(Catalogue catalogue) {
        List<Object> all = new ArrayList<>();
        for (Edition edition : catalogue.editions()) {
            all.add(catalogue.published(Flow.EXPENSE, edition));
        }
        return all;
    }

    private static List<Object> picksOfAllSubsets(Standing standing) {
        List<Object> all = new ArrayList<>();
        Dimension[] dimensions = Dimension.values();
        for (int subset = 1; subset < 1 << dimensions.length; subset++) {
            Set<Dimension> some = new HashSet<>();
            for (int dimension = 0; dimension < dimensions.length; dimension++) {
                if ((subset & 1 << dimension) != 0) {
                    some.add(dimensions[dimension]);
                }
            }
            all.add(standing.picks(new DimensionSet(some), BigDecimal.ONE));
        }
        return all;
    }
}
