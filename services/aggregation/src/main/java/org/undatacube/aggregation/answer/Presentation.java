package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.aggregation.query.View;

/** How rows of numbers become what an answer shows: with labels and rounded. */
final class Presentation {
    private final Question question;
    private final List<DrilldownKeys> keys;
    private final Values values;
    private final Optional<AdditiveRounding> additive;

    Presentation(Question question, Reckoning reckoning, Values values, Optional<AdditiveRounding> additive) {
        this.question = question;
        this.keys = reckoning.keys();
        this.values = values;
        this.additive = additive;
    }

    List<Cell.Key> keys(Rows rows, int row) {
        Cell.Key[] its = new Cell.Key[Integer.bitCount(rows.set())];
        int place = 0;
        for (int drilldown = 0; drilldown < rows.width(); drilldown++) {
            if (GroupingSets.has(rows.set(), drilldown)) {
                its[place++] = keys.get(drilldown).key(rows.keys().at(row, drilldown));
            }
        }
        return Arrays.asList(its);
    }

    Figures figures(Rows rows, int row) {
        BigDecimal[] its = new BigDecimal[question.measures().size()];
        for (int index = 0; index < its.length; index++) {
            Measure measure = question.measures().get(index);
            its[index] = measure == Measure.Plain.AMOUNT && additive.isPresent()
                    ? additive.get().amount(rows, row)
                    : values.of(measure, rows, row);
        }
        return new Figures(question.measures(), Arrays.asList(its), rounding().decimals());
    }

    /** Of the grand total, which is there even without a line. */
    Figures total(Rows rows) {
        return rows.size() > 0 ? figures(rows, 0) : ofNoLines(question);
    }

    static Figures ofNoLines(Question question) {
        return new Figures(
                question.measures(),
                question.measures().stream()
                        .map(Values::ofNoLines)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll),
                question.view().rounding().decimals());
    }

    /** The drilldowns of a set; null where there is only one set. */
    List<String> grouping(int set) {
        if (question.subtotals() == Subtotals.NONE) {
            return null;
        }
        List<Drilldown> drilldowns = question.drilldowns();
        return IntStream.range(0, drilldowns.size())
                .filter(drilldown -> GroupingSets.has(set, drilldown))
                .mapToObj(drilldown -> drilldowns.get(drilldown).key())
                .toList();
    }

    private View.Rounding rounding() {
        return question.view().rounding();
    }
}
