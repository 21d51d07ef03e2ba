package org.undatacube.aggregation.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Dimension;

/**
 * Of what a figure is.
 *
 * @param year null where figures are not by year
 * @param entity null where they are not by entity
 */
record Place(Integer year, String entity) {

    static Place of(Cell cell) {
        Integer year = null;
        String entity = null;
        for (Cell.Key key : cell.keys()) {
            if (key instanceof Cell.Key.Year ofYear) {
                year = ofYear.year();
            } else if (key instanceof Cell.Key.Member member) {
                entity = member.code();
            }
        }
        return new Place(year, entity);
    }

    /** Where an inquiry's answer shows what an entity published for a year. */
    static Place of(Publication publication, Inquiry inquiry) {
        Integer year = null;
        String entity = null;
        for (Drilldown drilldown : inquiry.question().drilldowns()) {
            if (drilldown instanceof Drilldown.ByYear) {
                year = publication.year();
            } else if (drilldown instanceof Drilldown.OfCodes ofCodes) {
                entity = ofCodes.projection(
                                inquiry.members(), inquiry.question().view().structure())
                        .keysOf(publication.entity(), publication.year())
                        .get(0);
            }
        }
        return new Place(year, entity);
    }

    /** In the order of some drilldowns. */
    static Comparator<Place> order(List<Drilldown> by, Members members) {
        Map<Boolean, Comparator<Place>> orders = Map.of(
                true,
                Comparator.comparing(Place::year),
                false,
                Comparator.comparing(Place::entity, members.order(Dimension.ENTITY)));
        return by.stream()
                .map(drilldown -> orders.get(drilldown instanceof Drilldown.ByYear))
                .reduce((first, next) -> first.thenComparing(next))
                .orElseThrow();
    }
}
