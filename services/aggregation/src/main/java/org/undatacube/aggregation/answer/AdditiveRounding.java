package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Amounts rounded so that the parts add up to their rounded whole: from the grand total down each whole is shared among
 * its parts, every one of which is rounded down or up; up those with the largest remainders.
 */
final class AdditiveRounding {
    private final Map<Integer, BigDecimal[]> bySet = new HashMap<>();
    private final int decimals;
    private final Pace pace;
    private final List<int[]> listOrders;

    /**
     * @param chain the grand total and then finer and finer sets, each the parts of the one before
     * @param keys by which equal remainders are sorted, in the order of the lists
     */
    AdditiveRounding(List<Rows> chain, int decimals, List<DrilldownKeys> keys, Pace pace) {
        this.pace = pace;
        this.decimals = decimals;
        this.listOrders = keys.stream().map(key -> key.ranks(false)).toList();
        Rows whole = chain.get(0);
        BigDecimal[] total = new BigDecimal[whole.size()];
        for (int row = 0; row < total.length; row++) {
            total[row] = whole.amount(row).setScale(decimals, RoundingMode.HALF_EVEN);
        }
        bySet.put(whole.set(), total);
        for (Rows parts : chain.subList(1, chain.size())) {
            share(whole, parts);
            whole = parts;
        }
    }

    BigDecimal amount(Rows rows, int row) {
        return bySet.get(rows.set())[row];
    }

    private void share(Rows whole, Rows parts) {
        BigDecimal[] left = bySet.get(whole.set()).clone();
        BigDecimal[] rounded = new BigDecimal[parts.size()];
        BigDecimal[] remainders = new BigDecimal[parts.size()];
        int[] wholes = new int[parts.size()];
        Integer[] order = new Integer[parts.size()];
        int[] key = new int[parts.width()];
        for (int row = 0; row < rounded.length; row++) {
            pace.step();
            parts.keys().copy(row, whole.set(), key);
            wholes[row] = whole.find(key);
            rounded[row] = parts.amount(row).setScale(decimals, RoundingMode.FLOOR);
            remainders[row] = parts.amount(row).subtract(rounded[row]);
            left[wholes[row]] = left[wholes[row]].subtract(rounded[row]);
            order[row] = row;
        }
        Arrays.sort(
                order,
                Comparator.comparing((Integer row) -> remainders[row])
                        .reversed()
                        .thenComparing((one, other) -> compareKeys(parts, one, other)));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        for (int row : order) {
            pace.step();
            if (left[wholes[row]].signum() > 0) {
                rounded[row] = rounded[row].add(unit);
                left[wholes[row]] = left[wholes[row]].subtract(unit);
            }
        }
        bySet.put(parts.set(), rounded);
    }

    private int compareKeys(Rows rows, int one, int other) {
        int compared = 0;
        for (int drilldown = 0; compared == 0 && drilldown < listOrders.size(); drilldown++) {
            if (GroupingSets.has(rows.set(), drilldown)) {
                int[] ranks = listOrders.get(drilldown);
                compared = Integer.compare(
                        ranks[rows.keys().at(one, drilldown)], ranks[rows.keys().at(other, drilldown)]);
            }
        }
        return compared;
    }
}
