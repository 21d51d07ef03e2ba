package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Measure;

/** Reads {@code -amount,year}. */
final class OrderReader {
    private final List<Drilldown> drilldowns;
    private final List<Measure> measures;

    OrderReader(List<Drilldown> drilldowns, List<Measure> measures) {
        this.drilldowns = drilldowns;
        this.measures = measures;
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
        boolean descending = item.text().startsWith("-");
        String key = descending ? item.text().substring(1) : item.text();
        Optional<Order> byMeasure = measures.stream()
                .filter(measure -> measure.key().equals(key))
                .findFirst()
                .map(measure -> new Order.ByMeasure(measure, descending));
        return byMeasure
                .or(() -> drilldowns.stream()
                        .filter(drilldown -> drilldown.key().equals(key))
                        .findFirst()
                        .map(drilldown -> new Order.ByDrilldown(drilldown, descending)))
                .orElseThrow(() -> item.part(descending ? 1 : 0, item.text().length())
                        .unknown(
                                key + " is neither a measure nor a drilldown of this question.",
                                Stream.concat(
                                                measures.stream().map(Measure::key),
                                                drilldowns.stream().map(Drilldown::key))
                                        .toList()));
    }
}
