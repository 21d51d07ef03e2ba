package org.undatacube.aggregation.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Published;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

class CatalogueTest {
    private final Published history = new Published();

    @Test
    void findsOutOnceWhatStandsInAnEdition() {
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 1")));
        history.publish(
                history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 2")),
                history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location", "location=ML 4")));
        Catalogue catalogue = catalogue();
        DimensionSet sdg = DimensionSet.of(Dimension.SDG);

        Standing current = catalogue.published(Flow.EXPENSE, catalogue.current());
        Standing first = catalogue.published(Flow.EXPENSE, catalogue.edition(1).orElseThrow());

        assertEquals(List.of("UNDP none", "WFP 2"), picks(current, sdg));
        assertEquals(List.of("WFP 1"), picks(first, sdg));
        assertSame(current, catalogue.published(Flow.EXPENSE, catalogue.current()));
        assertSame(current.picks(sdg, BigDecimal.ONE), current.picks(sdg, BigDecimal.ONE));
        assertEquals(List.of("UNDP 3", "WFP none"), picks(current, DimensionSet.of(Dimension.LOCATION)));
    }

    @Test
    void knowsAnEditionThatWasTakenInLater() {
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("sdg", "sdg=5 1")));
        Catalogue before = catalogue();
        assertEquals(
                1, before.published(Flow.EXPENSE, before.current()).stream().count());

        history.publish(history.publication(Flow.EXPENSE, "WFP", 2023, breakdown("sdg", "sdg=5 1")));
        Catalogue after = before.with(history.changes().get(1));

        assertEquals(2, after.published(Flow.EXPENSE, after.current()).stream().count());
        assertEquals(
                1, before.published(Flow.EXPENSE, before.current()).stream().count());
    }

    private Catalogue catalogue() {
        Catalogue catalogue = Catalogue.EMPTY;
        for (EditionChange change : history.changes()) {
            catalogue = catalogue.with(change);
        }
        return catalogue;
    }

    private static List<String> picks(Standing standing, DimensionSet needed) {
        return standing.picks(needed, BigDecimal.ONE).stream()
                .map(pick -> pick.publication().entity() + " " + number(pick.breakdown()))
                .toList();
    }

    private static String number(Optional<PublishedBreakdown> breakdown) {
        return breakdown.map(chosen -> Long.toString(chosen.breakdown())).orElse("none");
    }
}
