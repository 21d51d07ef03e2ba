package org.undatacube.aggregation.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Dimension;

/**
 * What an answer takes, before anything is added up.
 *
 * @param rows how many lines, or rows of what is added up already, are gone through
 * @param cells how many cells there are at most, with those of subtotals
 */
public record Estimate(long rows, long cells) {

    static Estimate of(Inquiry inquiry) {
        Question question = inquiry.question();
        long lines = 0;
        Set<String> entities = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        for (Standing.Pick pick : inquiry.choice().picks()) {
            if (pick.breakdown().isPresent()) {
                lines += pick.breakdown().get().lines();
                entities.add(pick.publication().entity());
                years.add(pick.publication().year());
            }
        }
        long combinations = 1;
        for (Drilldown drilldown : question.drilldowns()) {
            long keys = drilldown instanceof Drilldown.OfCodes codes
                    ? keys(codes, inquiry, entities.size())
                    : Math.max(1, years.size());
            // no more than a long holds
            combinations = keys > 0 && combinations > Long.MAX_VALUE / keys ? Long.MAX_VALUE : combinations * keys;
        }
        long rows = rows(inquiry, lines);
        boolean isInOneCell = new Asking(inquiry, List.of()).overlapping() == 0;
        long detail = isInOneCell ? Math.min(rows, combinations) : combinations;
        int sets = GroupingSets.of(question).shown().size();
        return new Estimate(rows, detail > Long.MAX_VALUE / sets ? Long.MAX_VALUE : detail * sets);
    }

    /** Whether there can be more cells than some; looks at nothing that takes long. */
    static boolean canBeMore(Inquiry inquiry, long cells) {
        long lines = 0;
        for (Standing.Pick pick : inquiry.choice().picks()) {
            lines += pick.breakdown().map(PublishedBreakdown::lines).orElse(0L);
        }
        double combinations = 1;
        for (Drilldown drilldown : inquiry.question().drilldowns()) {
            combinations *= drilldown instanceof Drilldown.OfCodes codes
                    ? inquiry.members().list(codes.dimension()).codes().size() + 1
                    : inquiry.choice().entitiesByYear().size();
        }
        return lines > cells && combinations > cells;
    }

    private static long rows(Inquiry inquiry, long lines) {
        Asking asking = new Asking(inquiry, List.of());
        Route route = inquiry.snapshot().route(asking.detail(List.of()));
        return route instanceof Route.PreAggregate preAggregate ? Math.min(lines, preAggregate.rows()) : lines;
    }

    /** Under how many keys lines can be shown. */
    private static long keys(Drilldown.OfCodes drilldown, Inquiry inquiry, int entities) {
        Members members = inquiry.members();
        Structure structure = inquiry.question().view().structure();
        Projection projection = drilldown.projection(members, structure);
        Set<String> selected = selected(inquiry, drilldown.dimension());
        Set<String> keys = new HashSet<>();
        Set<String> moved = new HashSet<>();
        for (Projection.Stay stay : projection.stays()) {
            moved.add(stay.code());
            if (selected == null || selected.contains(stay.code())) {
                keys.add(stay.key());
            }
        }
        for (Code code : members.list(drilldown.dimension()).codes()) {
            if (!moved.contains(code.code()) && (selected == null || selected.contains(code.code()))) {
                keys.add(projection.otherwise().orElse(code.code()));
            }
        }
        boolean isEntity = drilldown.equals(new Drilldown.ByLevel(Dimension.ENTITY, Members.ENTITY_LEVEL));
        return Math.max(1, isEntity ? Math.min(keys.size(), Math.max(entities, 1)) : keys.size());
    }

    /** The codes that some cut of a dimension leaves; null where there is none that names them. */
    private static Set<String> selected(Inquiry inquiry, Dimension dimension) {
        Set<String> selected = null;
        for (Cut cut : inquiry.question().cuts()) {
            if (cut instanceof Cut.OfCodes codes && codes.dimension() == dimension) {
                Selection selection = codes.selection(
                        inquiry.members(), inquiry.question().view().structure());
                if (!selection.excluding()
                        && (selected == null || selection.stays().size() < selected.size())) {
                    selected = selection.stays().keySet();
                }
            }
        }
        return selected;
    }
}
