package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.View;
import org.undatacube.codelists.Dimension;

/** Asks the engine for the cells of one grouping set of a question at a time. */
final class Asking {
    private final Inquiry inquiry;
    private final List<DrilldownKeys> keys;
    private final List<Axis> axes = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    /** Besides the filters, what leaves transfers within the system in or out. */
    private final List<Filter> consolidation;

    private final List<Projection> counted = new ArrayList<>();
    private final boolean extremes;
    private final int overlapping;

    /** @param keys of each drilldown those that were seen; what the engine gives is added */
    Asking(Inquiry inquiry, List<DrilldownKeys> keys) {
        this.inquiry = inquiry;
        this.keys = keys;
        Question question = inquiry.question();
        int overlaps = 0;
        for (Drilldown drilldown : question.drilldowns()) {
            if (drilldown instanceof Drilldown.OfCodes codes) {
                Projection projection = codes.projection(inquiry.members(), structure());
                overlaps |= projection.overlaps() ? 1 << axes.size() : 0;
                axes.add(new Axis.Projected(projection));
            } else {
                axes.add(new Axis.Year());
            }
        }
        overlapping = overlaps;
        for (Cut cut : question.cuts()) {
            filters.add(filter(cut));
        }
        question.where().forEach(where -> filters.add(new Filter.Amount(where.comparison(), where.value())));
        consolidation = consolidation();
        for (Measure measure : countedMeasures(question)) {
            counted.add(projection(measure));
        }
        extremes = question.measures().contains(Measure.Plain.MINIMUM)
                || question.measures().contains(Measure.Plain.MAXIMUM);
    }

    /** The measures that no coarser cell can be given by adding up finer ones. */
    static List<Measure> countedMeasures(Question question) {
        return question.measures().stream()
                .filter(measure -> measure == Measure.Plain.ENTITIES || measure instanceof Measure.Distinct)
                .toList();
    }

    Patience patience() {
        return inquiry.patience();
    }

    /** Whether different members are counted at all. */
    boolean counts() {
        return !counted.isEmpty();
    }

    /** The drilldowns in which a line can be in two cells. */
    int overlapping() {
        return overlapping;
    }

    /** That lines are in a group, of a drilldown in whose cells a line can be twice. */
    Filter within(int drilldown, String group) {
        Drilldown.ByGroup byGroup =
                (Drilldown.ByGroup) inquiry.question().drilldowns().get(drilldown);
        return new Filter.Codes(
                inquiry.members().inGroups(byGroup.dimension(), byGroup.hierarchy(), List.of(group), structure()));
    }

    List<Axis> axes(int set) {
        return IntStream.range(0, axes.size())
                .filter(drilldown -> GroupingSets.has(set, drilldown))
                .mapToObj(axes::get)
                .toList();
    }

    /**
     * The cells of the question's lines.
     *
     * @param counting whether different members are counted as well
     * @param further what the lines must fulfil besides the question's own conditions
     */
    Rows ask(int set, boolean counting, List<Filter> further) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(consolidation);
        all.addAll(further);
        return ask(set, inquiry.choice().breakdowns(), all, extremes, counting ? counted : List.of());
    }

    /**
     * What the engine is asked for where the finest cells are wanted.
     *
     * @param counting of which measures different members are counted
     */
    Aggregation detail(List<Measure> counting) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(consolidation);
        return new Aggregation(
                inquiry.question().cube(),
                inquiry.choice().breakdowns(),
                axes,
                all,
                extremes,
                counting.stream().map(this::projection).toList());
    }

    /** The amounts of the question's lines, of other years than those of the question. */
    Rows askOtherYears(int set, List<Long> breakdowns) {
        List<Filter> all = new ArrayList<>(consolidation);
        filters.stream().filter(filter -> !(filter instanceof Filter.Years)).forEach(all::add);
        return ask(set, breakdowns, all, false, List.of());
    }

    /** The cells of those of the question's lines that are in some breakdowns. */
    Rows askOf(int set, List<Long> breakdowns) {
        List<Filter> all = new ArrayList<>(filters);
        all.addAll(consolidation);
        return ask(set, breakdowns, all, false, List.of());
    }

    /** The grand total with the transfers within the system, whether or not the question leaves them out. */
    Rows askGross() {
        return ask(0, inquiry.choice().breakdowns(), filters, false, List.of());
    }

    private Rows ask(
            int set, List<Long> breakdowns, List<Filter> filters, boolean withExtremes, List<Projection> distinct) {
        Aggregation aggregation =
                new Aggregation(inquiry.question().cube(), breakdowns, axes(set), filters, withExtremes, distinct);
        List<Tally> tallies = inquiry.snapshot().tally(aggregation, inquiry.patience());
        Rows rows = new Rows(set, axes.size(), tallies.size());
        int[] key = new int[axes.size()];
        for (Tally tally : tallies) {
            int place = 0;
            for (int drilldown = 0; drilldown < key.length; drilldown++) {
                key[drilldown] = GroupingSets.has(set, drilldown)
                        ? keys.get(drilldown).number(tally.keys().get(place++))
                        : DrilldownKeys.ABSENT;
            }
            int row = rows.add(key, tally.amount(), tally.lines(), tally.minimum(), tally.maximum());
            if (!distinct.isEmpty()) {
                rows.count(
                        row,
                        tally.distinct().stream().mapToLong(Long::longValue).toArray());
            }
        }
        return rows;
    }

    private Filter filter(Cut cut) {
        if (cut instanceof Cut.OfCodes codes) {
            return new Filter.Codes(codes.selection(inquiry.members(), structure()));
        }
        Cut.ByYears years = (Cut.ByYears) cut;
        return new Filter.Years(years.ranges(), years.negated());
    }

    private List<Filter> consolidation() {
        View.Consolidation consolidation = inquiry.question().view().consolidation();
        if (consolidation == View.Consolidation.GROSS) {
            return List.of();
        }
        Selection transfers =
                inquiry.members().below(Dimension.CONTRIBUTOR, View.Consolidation.TRANSFERRING, structure());
        return List.of(new Filter.Codes(consolidation == View.Consolidation.NET ? transfers.negated() : transfers));
    }

    private Projection projection(Measure measure) {
        return measure instanceof Measure.Distinct distinct
                ? inquiry.members().byLevel(distinct.dimension(), distinct.level(), structure())
                : inquiry.members().byLevel(Dimension.ENTITY, Members.ENTITY_LEVEL, structure());
    }

    private Structure structure() {
        return inquiry.question().view().structure();
    }
}
