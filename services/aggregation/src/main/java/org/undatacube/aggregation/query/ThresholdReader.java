package org.undatacube.aggregation.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;

/** Reads {@code amount:ge:1000|share.total:gt:0.01}. */
final class ThresholdReader {
    private static final int MOST_THRESHOLDS = 50;
    private static final String SHAPE = "measure:operator:number, such as amount:ge:1000";
    /** As many digits as an amount has. */
    private static final String NUMBER = "-?[0-9]{1,29}(\\.[0-9]{1,9})?";

    private final List<Measure> measures;
    private final String otherMeasure;

    /**
     * @param measures those that may be compared
     * @param otherMeasure what is said of any other, after its name
     */
    ThresholdReader(List<Measure> measures, String otherMeasure) {
        this.measures = measures;
        this.otherMeasure = otherMeasure;
    }

    List<Threshold> read(List<Item> items) {
        if (items.size() > MOST_THRESHOLDS) {
            Item first = items.get(0);
            throw first.wrong(
                    "There are " + items.size() + " conditions in " + first.parameter() + "; there can be "
                            + MOST_THRESHOLDS + ".",
                    "at most " + MOST_THRESHOLDS + " conditions");
        }
        return items.stream().map(this::read).toList();
    }

    private Threshold read(Item item) {
        List<Item> parts = item.split(':');
        if (parts.size() != 3) {
            throw item.wrong("A condition is written " + SHAPE + ", not " + item.shown() + ".", SHAPE);
        }
        Item name = parts.get(0);
        Measure measure = measures.stream()
                .filter(known -> known.key().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> name.unknown(
                        name.shown() + " " + otherMeasure,
                        measures.stream().map(Measure::key).toList()));
        Item operator = parts.get(1);
        Comparison comparison = Comparison.find(operator.text())
                .orElseThrow(() -> operator.unknown(
                        "There is no operator " + operator.shown() + ".",
                        Stream.of(Comparison.values()).map(Comparison::code).toList()));
        Item number = parts.get(2);
        if (!number.text().matches(NUMBER)) {
            throw number.wrong(
                    "\"" + number.shown() + "\" is no number with at most 29 digits and nine decimals.",
                    "a number such as 1000, -5 or 0.01");
        }
        return new Threshold(measure, comparison, new BigDecimal(number.text()));
    }
}
