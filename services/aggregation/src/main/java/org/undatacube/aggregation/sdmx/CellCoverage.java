package org.undatacube.aggregation.sdmx;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;

/** How much of what is published the cells of one question cover, by year and, where it has them, entity. */
final class CellCoverage {
    private static final Observation.Covered NOTHING = new Observation.Covered(0, 0, Usd.ZERO, Usd.ZERO, false);

    /** Where entities are not shown there is one place for all. */
    private static final Set<String> ALL = Collections.singleton(null);

    private final Map<Place, Observation.Covered> covered = new HashMap<>();

    /** @param entity as a cell shows it; null where entities are not shown */
    private record Place(int year, String entity) {}

    private static final class Sum {
        private int reporting;
        private int covered;
        private BigDecimal amountReported = BigDecimal.ZERO;
        private BigDecimal amountCovered = BigDecimal.ZERO;
        private boolean isAll = true;

        private void add(Standing.Pick pick, BigDecimal tolerance) {
            BigDecimal control = pick.publication().controlTotal();
            reporting++;
            amountReported = amountReported.add(control);
            pick.breakdown().ifPresent(breakdown -> {
                covered++;
                amountCovered = amountCovered.add(breakdown.total());
            });
            isAll &= pick.breakdown()
                    .filter(breakdown ->
                            breakdown.total().subtract(control).abs().compareTo(tolerance) <= 0)
                    .isPresent();
        }

        private Observation.Covered covered() {
            return new Observation.Covered(reporting, covered, new Usd(amountReported), new Usd(amountCovered), isAll);
        }
    }

    /**
     * @param entityLevel by which entities are shown; empty where they are not
     * @param tolerance by how many dollars a breakdown may differ from the control total and still be all of it
     */
    CellCoverage(Inquiry inquiry, Optional<String> entityLevel, BigDecimal tolerance) {
        Optional<Projection> shown =
                entityLevel.map(level -> inquiry.members().byLevel(Dimension.ENTITY, level, Structure.THEN));
        Map<Place, Sum> sums = new HashMap<>();
        for (Standing.Pick pick : inquiry.choice().picks()) {
            Publication publication = pick.publication();
            for (String entity : shown.map(projection -> entities(inquiry, publication, projection))
                    .orElse(ALL)) {
                sums.computeIfAbsent(new Place(publication.year(), entity), place -> new Sum())
                        .add(pick, tolerance);
            }
        }
        sums.forEach((place, sum) -> covered.put(place, sum.covered()));
    }

    /** Under which entities lines of a publication may be shown. */
    private static Set<String> entities(Inquiry inquiry, Publication publication, Projection projection) {
        Set<String> entities = new HashSet<>();
        inquiry.members()
                .partsOf(publication.entity())
                .forEach(part -> entities.addAll(projection.keysOf(part, publication.year())));
        return entities;
    }

    /** @param entity as a cell shows it; null where entities are not shown */
    Observation.Covered of(int year, String entity) {
        return covered.getOrDefault(new Place(year, entity), NOTHING);
    }
}
