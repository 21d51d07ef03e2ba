package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.cube.Measure;

/** Reads {@code top=10&per=year&others=true}, and refuses what leaves members without a value to rank them by. */
final class TopReader {
    /** More are no top any more; the longest of the lists has fewer members. */
    private static final int MOST = 10_000;

    private static final String OTHER_MEASURE =
            "an order by a measure that each member has, such as order=-amount with amount among the measures";

    private final List<Drilldown> drilldowns;
    private final List<Drilldown> columns;
    private final Overlaps overlaps;

    TopReader(List<Drilldown> drilldowns, List<Drilldown> columns, Overlaps overlaps) {
        this.drilldowns = drilldowns;
        this.columns = columns;
        this.overlaps = overlaps;
    }

    Optional<Top> read(Parameters parameters) {
        Optional<Integer> count = parameters.wholeNumber(ParameterNames.TOP, 1, MOST);
        List<Item> per = parameters.items(ParameterNames.PER, ',');
        Optional<Boolean> others = parameters.yesOrNo(ParameterNames.OTHERS);
        if (count.isEmpty()) {
            if (!per.isEmpty()) {
                throw per.get(0).wrong("per needs top: how many are kept in each cell.", "top");
            }
            if (others.isPresent()) {
                throw parameters.wrong(ParameterNames.OTHERS, "others needs top: how many are kept.", "top");
            }
            return Optional.empty();
        }
        requireMembersToRank(parameters);
        return Optional.of(new Top(count.get(), per(per), others.orElse(true)));
    }

    /** Refuses a ranking by what the cells that are ranked have no value of, or all the same. */
    static void checkRanking(Question question, Parameters parameters) {
        if (question.top().isEmpty()) {
            return;
        }
        Measure measure = question.ranking().measure();
        boolean isOfAYear = measure instanceof Measure.Change || measure instanceof Measure.Cumulative;
        if (isOfAYear && !question.top().get().per().contains(new Drilldown.ByYear())) {
            throw parameters.wrong(
                    ParameterNames.TOP,
                    "top cannot rank members by " + measure.key() + ", which only a cell of a year has.",
                    "per=year, or " + OTHER_MEASURE);
        }
        if (isOfAYear && question.subtotals() == Subtotals.CUBE) {
            throw parameters.wrong(
                    ParameterNames.TOP,
                    "top cannot rank members by " + measure.key() + " in the subtotals of all years.",
                    "subtotals=rollup, or " + OTHER_MEASURE);
        }
        Drilldown last = question.drilldowns().get(question.drilldowns().size() - 1);
        if (measure == Measure.Share.ROW && !question.columns().contains(last)) {
            throw parameters.wrong(
                    ParameterNames.TOP,
                    "top cannot rank members by " + measure.key()
                            + " where the last drilldown runs down: each is all of its row.",
                    "the last drilldown in columns, or " + OTHER_MEASURE);
        }
    }

    /** In a table rows, and columns, are the same members from one end to the other. */
    private List<Drilldown> per(List<Item> items) {
        boolean isAcross = columns.contains(drilldowns.get(drilldowns.size() - 1));
        List<Drilldown> besideTheLast = drilldowns.subList(0, drilldowns.size() - 1).stream()
                .filter(drilldown -> columns.contains(drilldown) == isAcross)
                .toList();
        String where = columns.isEmpty() ? "." : (isAcross ? " that run across." : " that run down.");
        return DrilldownReader.choose(items, besideTheLast, "is not among the drilldowns before the last" + where);
    }

    private void requireMembersToRank(Parameters parameters) {
        if (drilldowns.isEmpty()) {
            throw parameters.wrong(
                    ParameterNames.TOP, "top needs a drilldown: it keeps members of the last one.", "a drilldown");
        }
        Drilldown last = drilldowns.get(drilldowns.size() - 1);
        if (last instanceof Drilldown.ByYear) {
            throw parameters.wrong(
                    ParameterNames.TOP,
                    "top keeps members of the last drilldown, which cannot be year.",
                    "another drilldown than year as the last");
        }
        if (overlaps.areIn(last)) {
            throw parameters.wrong(
                    ParameterNames.TOP,
                    "top keeps members of the last drilldown; the groups of " + last.key()
                            + " overlap, so that the others are not all that is left.",
                    "a level, or a hierarchy without overlaps, as the last drilldown");
        }
    }
}
