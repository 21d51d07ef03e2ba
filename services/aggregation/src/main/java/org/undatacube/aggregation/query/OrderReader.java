package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.cube.Measure;

/** Reads {@code -amount,location.country.label,year}. */
final class OrderReader {
    private static final String DESCENDING = "-";

    /** All by which the answer can be sorted, ascending, by what they are called. */
    private final Map<String, Order> ascending = new LinkedHashMap<>();

    OrderReader(List<Drilldown> drilldowns, List<Measure> measures) {
        measures.forEach(measure -> put(new Order.ByMeasure(measure, false)));
        drilldowns.forEach(drilldown -> put(new Order.ByDrilldown(drilldown, false)));
        drilldowns.stream()
                .filter(Drilldown.OfCodes.class::isInstance)
                .forEach(drilldown -> put(new Order.ByLabel(drilldown, false)));
    }

    private void put(Order order) {
        ascending.put(order.key(), order);
    }

    List<Order> read(List<Item> items) {
        List<Order> orders = new ArrayList<>();
        for (Item item : items) {
            Order order = read(item);
            if (orders.stream().anyMatch(before -> before.key().equals(order.key()))) {
                throw item.wrong(order.key() + " stands twice in order.", "each of them once");
            }
            orders.add(order);
        }
        return orders;
    }

    private Order read(Item item) {
        boolean descending = item.text().startsWith(DESCENDING);
        Item key = descending ? item.after(DESCENDING.length()) : item;
        Order order = ascending.get(key.text());
        if (order == null) {
            throw key.unknown(
                    key.shown() + " is neither a measure nor a drilldown of this question.", ascending.keySet());
        }
        return descending ? descending(order) : order;
    }

    private static Order descending(Order order) {
        if (order instanceof Order.ByMeasure by) {
            return new Order.ByMeasure(by.measure(), true);
        }
        return order instanceof Order.ByLabel by
                ? new Order.ByLabel(by.drilldown(), true)
                : new Order.ByDrilldown(((Order.ByDrilldown) order).drilldown(), true);
    }
}
