package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.codelists.Dimension;

/**
 * By which of the drilldowns cells are grouped. A set of drilldowns is a number with a bit for each that is in it, that
 * of the first being 1.
 *
 * @param all the set of all drilldowns
 * @param columns the set of those that run across
 * @param per within whose cells the top members are found
 * @param shown the sets of what is listed: of cells or, where there are columns, of rows; the detail first, the grand
 *     total last
 */
record GroupingSets(int all, int columns, int per, List<Integer> shown) {

    static GroupingSets of(Question question) {
        List<Drilldown> drilldowns = question.drilldowns();
        int all = (1 << drilldowns.size()) - 1;
        int columns = set(drilldowns, question.columns());
        int per = question.top().map(top -> set(drilldowns, top.per())).orElse(0);
        return new GroupingSets(all, columns, per, shown(drilldowns, all & ~columns, question.subtotals()));
    }

    /** The sets of all cells that an answer shows, with its totals. */
    Set<Integer> shownWithTotals() {
        Set<Integer> sets = new TreeSet<>(List.of(0, columns));
        shown.forEach(set -> sets.addAll(List.of(set, set | columns)));
        return sets;
    }

    /** The set by whose cells it is decided which members are on top in a set. */
    int ranking(int set) {
        return (per & set) | Integer.highestOneBit(all);
    }

    /** Whether cells of the set are of one member of the last drilldown each. */
    boolean hasLast(int set) {
        return (set & Integer.highestOneBit(all)) != 0;
    }

    static int set(List<Drilldown> drilldowns, List<Drilldown> some) {
        int set = 0;
        for (Drilldown drilldown : some) {
            set |= 1 << drilldowns.indexOf(drilldown);
        }
        return set;
    }

    static boolean has(int set, int drilldown) {
        return (set & (1 << drilldown)) != 0;
    }

    static boolean contains(int set, int smaller) {
        return (set & smaller) == smaller;
    }

    /** Makes a key that of the cell of a coarser set. */
    static void reduce(int[] key, int coarser) {
        for (int drilldown = 0; drilldown < key.length; drilldown++) {
            if (!has(coarser, drilldown)) {
                key[drilldown] = DrilldownKeys.ABSENT;
            }
        }
    }

    /** The set without its last drilldown; the empty set has none to lose. */
    static int parent(int set) {
        return set & ~Integer.highestOneBit(set);
    }

    private static List<Integer> shown(List<Drilldown> drilldowns, int rows, Subtotals subtotals) {
        List<Integer> sets = switch (subtotals) {
            case NONE -> new ArrayList<>(List.of(rows));
            case ROLLUP -> prefixes(rows);
            case CUBE -> combinations(drilldowns, rows);
        };
        // of two sets the first differing drilldown decides: that which has it comes first
        sets.sort(Comparator.comparing((Integer set) -> -Integer.bitCount(set))
                .thenComparing(Integer::reverse, (one, other) -> Integer.compareUnsigned(other, one)));
        return List.copyOf(sets);
    }

    private static List<Integer> prefixes(int rows) {
        List<Integer> prefixes = new ArrayList<>(List.of(rows));
        for (int set = rows; set != 0; ) {
            set = parent(set);
            prefixes.add(set);
        }
        return prefixes;
    }

    private static List<Integer> combinations(List<Drilldown> drilldowns, int rows) {
        Map<Optional<Dimension>, Integer> byDimension = new LinkedHashMap<>();
        for (int index = 0; index < drilldowns.size(); index++) {
            if (has(rows, index)) {
                byDimension.merge(drilldowns.get(index).codedIn(), 1 << index, (one, more) -> one | more);
            }
        }
        List<Integer> combinations = List.of(0);
        for (int ofOneDimension : byDimension.values()) {
            List<Integer> longer = new ArrayList<>();
            for (int combination : combinations) {
                prefixes(ofOneDimension).forEach(prefix -> longer.add(combination | prefix));
            }
            combinations = longer;
        }
        return new ArrayList<>(combinations);
    }
}
