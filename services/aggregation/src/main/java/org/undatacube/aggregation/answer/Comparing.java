package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.http.Language;

/** Compares the answers to one question in two editions, and finds which submissions made them differ. */
final class Comparing {
    private final Inquiry before;
    private final Inquiry after;
    private final List<DrilldownKeys> keys;
    private final Asking asking;
    private final int all;

    /** What a publication replaces within a flow. */
    private record Place(String entity, int year) {
        static Place of(Standing.Pick pick) {
            return new Place(pick.publication().entity(), pick.publication().year());
        }
    }

    /** What stands for a place in the two editions; null where nothing does. */
    private record Standings(Standing.Pick before, Standing.Pick after) {}

    /** Both are the same question by the same members, of two editions. */
    Comparing(Inquiry before, Inquiry after) {
        this.before = before;
        this.after = after;
        keys = after.question().drilldowns().stream()
                .map(drilldown -> new DrilldownKeys(drilldown, after.members(), Language.ENGLISH))
                .toList();
        asking = new Asking(after, keys);
        all = (1 << keys.size()) - 1;
    }

    Difference difference() {
        Map<List<Integer>, Difference.Sides> cells =
                sides(all, before.choice().breakdowns(), after.choice().breakdowns());
        cells.values().removeIf(Difference.Sides::isNothing);
        Map<List<Integer>, Set<UUID>> movers = new HashMap<>();
        List<Difference.Moved> moved = new ArrayList<>();
        replaced().forEach((place, standings) -> moved.add(moved(place, standings, movers)));
        List<List<Integer>> sorted = new ArrayList<>(cells.keySet());
        sorted.sort(order(cells));
        Span span = Span.of(after.question().page(), sorted.size());
        if (after.question().page().limit().isEmpty()) {
            after.requireNotTooMany(span.length());
        }
        return new Difference(
                after.question().cube(),
                Difference.End.of(before.edition(), before.choice().coverage(false)),
                Difference.End.of(after.edition(), after.choice().coverage(false)),
                after.question().canonicalUnordered(),
                sorted.subList(span.from(), span.to()).stream()
                        .map(cell -> new Difference.ChangedCell(
                                shown(cell), cells.get(cell), List.copyOf(movers.getOrDefault(cell, Set.of()))))
                        .toList(),
                sorted.size(),
                total(before.choice().breakdowns(), after.choice().breakdowns()),
                moved,
                Notes.ofFigures(after.question(), asking));
    }

    /** Where another submission stands after than before, by entity and year. */
    private Map<Place, Standings> replaced() {
        Map<Place, Standings> places =
                new TreeMap<>(Comparator.comparing(Place::entity).thenComparing(Place::year));
        before.choice().picks().forEach(pick -> places.put(Place.of(pick), new Standings(pick, null)));
        after.choice()
                .picks()
                .forEach(pick -> places.merge(
                        Place.of(pick),
                        new Standings(null, pick),
                        (standing, added) -> new Standings(standing.before(), pick)));
        places.values()
                .removeIf(standings -> Objects.equals(submission(standings.before()), submission(standings.after())));
        return places;
    }

    private Difference.Moved moved(Place place, Standings standings, Map<List<Integer>, Set<UUID>> movers) {
        UUID replaces = submission(standings.before());
        UUID submission = submission(standings.after());
        List<Long> breakdownBefore = breakdown(standings.before());
        List<Long> breakdownAfter = breakdown(standings.after());
        sides(all, breakdownBefore, breakdownAfter).forEach((cell, sides) -> {
            if (!sides.isNothing()) {
                movers.computeIfAbsent(cell, moving -> new LinkedHashSet<>())
                        .add(submission == null ? replaces : submission);
            }
        });
        return new Difference.Moved(
                place.entity(), place.year(), replaces, submission, total(breakdownBefore, breakdownAfter));
    }

    private Difference.Sides total(List<Long> breakdownsBefore, List<Long> breakdownsAfter) {
        return sides(0, breakdownsBefore, breakdownsAfter).values().stream()
                .findFirst()
                .orElse(Difference.Sides.of(Difference.Side.NOTHING, Difference.Side.NOTHING));
    }

    private Map<List<Integer>, Difference.Sides> sides(
            int set, List<Long> breakdownsBefore, List<Long> breakdownsAfter) {
        Map<List<Integer>, Difference.Side> sidesBefore = side(set, breakdownsBefore);
        Map<List<Integer>, Difference.Side> sidesAfter = side(set, breakdownsAfter);
        Map<List<Integer>, Difference.Sides> sides = new LinkedHashMap<>();
        sidesBefore.forEach((cell, side) ->
                sides.put(cell, Difference.Sides.of(side, sidesAfter.getOrDefault(cell, Difference.Side.NOTHING))));
        sidesAfter.forEach((cell, side) -> sides.putIfAbsent(cell, Difference.Sides.of(Difference.Side.NOTHING, side)));
        return sides;
    }

    private Map<List<Integer>, Difference.Side> side(int set, List<Long> breakdowns) {
        Map<List<Integer>, Difference.Side> side = new LinkedHashMap<>();
        if (breakdowns.isEmpty()) {
            return side;
        }
        Rows rows = asking.askOf(set, breakdowns);
        for (int row = 0; row < rows.size(); row++) {
            Integer[] cell = new Integer[keys.size()];
            int numbered = row;
            Arrays.setAll(cell, drilldown -> rows.keys().at(numbered, drilldown));
            side.put(List.of(cell), new Difference.Side(new Usd(rows.amount(row)), rows.lines(row)));
        }
        return side;
    }

    /** The largest change first; equal ones in the order of the drilldowns. */
    private Comparator<List<Integer>> order(Map<List<Integer>, Difference.Sides> cells) {
        Comparator<List<Integer>> order = Comparator.comparing(
                (List<Integer> cell) -> cells.get(cell).change().amount().abs(), Comparator.reverseOrder());
        for (int drilldown = 0; drilldown < keys.size(); drilldown++) {
            int place = drilldown;
            int[] ranks = keys.get(drilldown).ranks(false);
            order = order.thenComparing(cell -> ranks[cell.get(place)]);
        }
        return order;
    }

    private List<Cell.Key> shown(List<Integer> cell) {
        List<Cell.Key> shown = new ArrayList<>(cell.size());
        for (int drilldown = 0; drilldown < cell.size(); drilldown++) {
            shown.add(keys.get(drilldown).key(cell.get(drilldown)));
        }
        return shown;
    }

    private static UUID submission(Standing.Pick pick) {
        return pick == null ? null : pick.publication().submission();
    }

    private static List<Long> breakdown(Standing.Pick pick) {
        return pick == null
                ? List.of()
                : pick.breakdown().map(PublishedBreakdown::breakdown).stream().toList();
    }
}
