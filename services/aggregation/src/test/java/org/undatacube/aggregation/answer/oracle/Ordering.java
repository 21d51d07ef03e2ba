package org.undatacube.aggregation.answer.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which order cells come. */
final class Ordering {
    private static final String LABEL = ".label";

    private final Asked asked;
    private final Codes codes;
    private final Figuring figuring;

    Ordering(Asked asked, Codes codes, Figuring figuring) {
        this.asked = asked;
        this.codes = codes;
        this.figuring = figuring;
    }

    /** Whatever is ordered by measures. */
    Comparator<Spot> ofKeysAlone(List<String> drilldowns) {
        return of(drilldowns, List.of());
    }

    /** Of cells that are grouped by the same drilldowns; what they are not grouped by does not count. */
    Comparator<Spot> of(List<String> drilldowns) {
        return of(drilldowns, asked.measures());
    }

    private Comparator<Spot> of(List<String> drilldowns, List<String> measures) {
        Comparator<Spot> order = Comparator.comparing(spot -> 0);
        List<String> all = new ArrayList<>(asked.orders());
        all.addAll(drilldowns);
        for (String text : all) {
            boolean descending = text.startsWith("-");
            String key = descending ? text.substring(1) : text;
            if (measures.contains(key)) {
                order = order.thenComparing(byMeasure(key, descending));
            } else if (drilldowns.contains(key)) {
                order = order.thenComparing(byKey(key, descending));
            } else if (key.endsWith(LABEL) && drilldowns.contains(key.substring(0, key.length() - LABEL.length()))) {
                order = order.thenComparing(byLabel(key.substring(0, key.length() - LABEL.length()), descending));
            }
        }
        return order;
    }

    /** Where a cell has none it comes last either way. */
    Comparator<Spot> byMeasure(String measure, boolean descending) {
        Comparator<BigDecimal> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(spot -> figuring.figure(measure, spot), Comparator.nullsLast(order));
    }

    private Comparator<Spot> byKey(String drilldown, boolean descending) {
        return Comparator.comparing(spot -> spot.key(drilldown), ofKeys(drilldown, descending));
    }

    /** The list's order; what it does not have comes last either way, and the others after that. */
    Comparator<String> ofKeys(String drilldown, boolean descending) {
        if (drilldown.equals("year")) {
            return descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        }
        List<String> all = codes.inOrder(drilldown);
        Comparator<String> order = Comparator.<String>comparingInt(key -> {
                    int place = all.contains(key) ? all.indexOf(key) : all.size();
                    return descending && place < all.size() ? -place : place;
                })
                .thenComparing(Comparator.naturalOrder());
        return Comparator.nullsLast(order);
    }

    /** What has no label of its own comes last either way, as by key. */
    private Comparator<Spot> byLabel(String drilldown, boolean descending) {
        Comparator<String> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<String> all = codes.inOrder(drilldown);
        Comparator<Spot> byLabel = Comparator.comparing(
                spot -> all.contains(spot.key(drilldown)) ? codes.label(drilldown, spot.key(drilldown)) : null,
                Comparator.nullsLast(order));
        return byLabel.thenComparing(
                spot -> all.contains(spot.key(drilldown)) ? "" : spot.key(drilldown),
                Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
