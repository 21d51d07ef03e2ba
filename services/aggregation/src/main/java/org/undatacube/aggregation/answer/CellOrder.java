package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;

/** In which order cells come. */
final class CellOrder {
    /** A heap is quicker than sorting where at most one in so many is wanted. */
    private static final int FEW = 8;

    private final Question question;
    private final List<DrilldownKeys> keys;
    private final Values values;
    private final Map<Order, int[]> ranks = new HashMap<>();

    /** Sorting by one drilldown. */
    private static final class ByKey {
        private final int drilldown;
        /** By the number of a key. */
        private final int[] ranks;

        ByKey(int drilldown, int[] ranks) {
            this.drilldown = drilldown;
            this.ranks = ranks;
        }

        int rank(Rows rows, int row) {
            return ranks[rows.keys().at(row, drilldown)];
        }

        int most() {
            return ranks.length + 1;
        }
    }

    CellOrder(Question question, Reckoning reckoning, Values values) {
        this.question = question;
        this.keys = reckoning.keys();
        this.values = values;
    }

    /**
     * Those that stand at some places in the order.
     *
     * @param candidates numbers of rows
     */
    int[] sorted(Rows rows, int[] candidates, int from, int to) {
        boolean byMeasure = question.orders().stream().anyMatch(Order.ByMeasure.class::isInstance);
        return byMeasure
                ? select(candidates, from, to, comparator(rows, candidates))
                : byKeys(rows, candidates, from, to);
    }

    /** As {@link #sorted}, but by keys alone. */
    int[] byKeys(Rows rows, int[] candidates, int from, int to) {
        long count = Math.max(1, candidates.length);
        List<ByKey> orders = keyOrders(rows.set());
        double range = count;
        for (ByKey order : orders) {
            range *= order.most();
        }
        if (range >= Long.MAX_VALUE) {
            return select(candidates, from, to, comparator(orders, rows));
        }
        long[] packed = new long[candidates.length];
        for (int index = 0; index < packed.length; index++) {
            long place = 0;
            for (ByKey order : orders) {
                place = place * order.most() + order.rank(rows, candidates[index]);
            }
            packed[index] = place * count + index;
        }
        Arrays.sort(packed);
        int[] sorted = new int[to - from];
        for (int place = from; place < to; place++) {
            sorted[place - from] = candidates[(int) (packed[place] % count)];
        }
        return sorted;
    }

    private static int[] select(int[] candidates, int from, int to, Comparator<Integer> order) {
        Integer[] sorted = to < candidates.length / FEW
                ? first(to, candidates, order)
                : Arrays.stream(candidates).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, order);
        return Arrays.stream(sorted, from, to).mapToInt(Integer::intValue).toArray();
    }

    private static Integer[] first(int count, int[] candidates, Comparator<Integer> order) {
        PriorityQueue<Integer> lastOnTop = new PriorityQueue<>(count + 1, order.reversed());
        for (int row : candidates) {
            if (lastOnTop.size() < count) {
                lastOnTop.add(row);
            } else if (count > 0 && order.compare(row, lastOnTop.peek()) < 0) {
                lastOnTop.poll();
                lastOnTop.add(row);
            }
        }
        return lastOnTop.toArray(Integer[]::new);
    }

    private Comparator<Integer> comparator(Rows rows, int[] candidates) {
        Comparator<Integer> comparator = Comparator.comparing(row -> 0);
        for (Order order : question.orders()) {
            if (order instanceof Order.ByMeasure byMeasure) {
                comparator = comparator.thenComparing(byMeasure(byMeasure, rows, candidates));
            } else {
                int drilldown = drilldown(order);
                if (GroupingSets.has(rows.set(), drilldown)) {
                    ByKey byKey = new ByKey(drilldown, ranks(order));
                    comparator = comparator.thenComparingInt(row -> byKey.rank(rows, row));
                }
            }
        }
        return comparator;
    }

    private static Comparator<Integer> comparator(List<ByKey> orders, Rows rows) {
        Comparator<Integer> comparator = Comparator.comparing(row -> 0);
        for (ByKey order : orders) {
            comparator = comparator.thenComparingInt(row -> order.rank(rows, row));
        }
        return comparator;
    }

    /** Cells that have no value come last, whichever the direction. */
    private Comparator<Integer> byMeasure(Order.ByMeasure order, Rows rows, int[] candidates) {
        BigDecimal[] measured = new BigDecimal[rows.size()];
        for (int row : candidates) {
            measured[row] = values.of(order.measure(), rows, row);
        }
        Comparator<BigDecimal> direction = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(row -> measured[row], Comparator.nullsLast(direction));
    }

    private List<ByKey> keyOrders(int set) {
        List<ByKey> orders = new ArrayList<>();
        for (Order order : question.orders()) {
            if (!(order instanceof Order.ByMeasure) && GroupingSets.has(set, drilldown(order))) {
                orders.add(new ByKey(drilldown(order), ranks(order)));
            }
        }
        return orders;
    }

    /** Found once, for by then all keys are known. */
    private int[] ranks(Order order) {
        return ranks.computeIfAbsent(order, this::findRanks);
    }

    private int[] findRanks(Order order) {
        DrilldownKeys its = keys.get(drilldown(order));
        return order instanceof Order.ByLabel ? its.ranksByLabel(order.descending()) : its.ranks(order.descending());
    }

    private int drilldown(Order order) {
        Drilldown drilldown =
                order instanceof Order.ByLabel byLabel ? byLabel.drilldown() : ((Order.ByDrilldown) order).drilldown();
        return question.drilldowns().indexOf(drilldown);
    }
}
