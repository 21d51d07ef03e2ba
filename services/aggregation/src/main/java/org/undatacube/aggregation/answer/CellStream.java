package org.undatacube.aggregation.answer;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.aggregation.query.View;
import org.undatacube.http.Language;

/** The cells of a question one after the other, as the engine adds them up; none of them is kept. */
final class CellStream {
    private final Inquiry inquiry;
    private final Question question;
    private final List<DrilldownKeys> keys;
    private final Asking asking;
    private final List<Measure> counted;

    private CellStream(Inquiry inquiry, Language language) {
        this.inquiry = inquiry;
        this.question = inquiry.question();
        this.keys = question.drilldowns().stream()
                .map(drilldown -> new DrilldownKeys(drilldown, inquiry.members(), language))
                .toList();
        this.asking = new Asking(inquiry, keys);
        this.counted = Asking.countedMeasures(question);
    }

    /** Whether each cell follows from its own lines, and so does its place among the others. */
    static boolean canGive(Question question) {
        return question.columns().isEmpty()
                && question.subtotals() == Subtotals.NONE
                && question.top().isEmpty()
                && question.having().isEmpty()
                && question.page().equals(Question.Page.ALL)
                && !question.view().rounding().additive()
                && question.orders().stream().noneMatch(Order.ByMeasure.class::isInstance)
                && question.measures().stream()
                        .allMatch(measure -> measure instanceof Measure.Plain || measure instanceof Measure.Distinct);
    }

    static StreamedAnswer of(Inquiry inquiry, Language language) {
        CellStream stream = new CellStream(inquiry, language);
        // so that all keys are known, and with them their places
        for (int drilldown = 0; drilldown < stream.keys.size(); drilldown++) {
            stream.asking.ask(1 << drilldown, false, List.of());
        }
        return new StreamedAnswer(stream.frame(), stream::read);
    }

    private Answer frame() {
        Rows total = asking.ask(0, asking.counts(), List.of());
        Edition lastChange = inquiry.shownEdition();
        View.Consolidation view = question.view().consolidation();
        return new Answer(
                question.cube(),
                lastChange.number(),
                lastChange.publishedAt(),
                question,
                null,
                null,
                null,
                null,
                0,
                total(total),
                inquiry.choice().coverage(inquiry.withGaps()),
                inquiry.choice().obstacle().orElse(null),
                view == View.Consolidation.GROSS
                        ? null
                        : Consolidated.of(view, amount(asking.askGross()), amount(total)),
                inquiry.choice().whyNothing().map(List::of).orElseGet(() -> Notes.ofFigures(question, asking)));
    }

    private static Usd amount(Rows total) {
        return total.size() == 0 ? Usd.ZERO : new Usd(total.amount(0));
    }

    private Figures total(Rows rows) {
        if (rows.size() == 0) {
            return Presentation.ofNoLines(question);
        }
        long[] distinct = rows.distinct(0) == null ? new long[0] : rows.distinct(0);
        return figures(new Tally(
                List.of(),
                rows.amount(0),
                rows.lines(0),
                rows.minimum(0),
                rows.maximum(0),
                Arrays.stream(distinct).boxed().toList()));
    }

    private void read(StreamedAnswer.CellReader reader) throws IOException {
        inquiry.snapshot().stream(
                asking.detail(counted),
                orders(),
                inquiry.patience(),
                tally -> reader.cell(new Cell(keys(tally), figures(tally), null)));
    }

    private List<KeyOrder> orders() {
        List<KeyOrder> orders = new ArrayList<>();
        for (Order order : question.orders()) {
            boolean byLabel = order instanceof Order.ByLabel;
            int drilldown = question.drilldowns()
                    .indexOf(byLabel ? ((Order.ByLabel) order).drilldown() : ((Order.ByDrilldown) order).drilldown());
            DrilldownKeys its = keys.get(drilldown);
            int[] ranks = byLabel ? its.ranksByLabel(order.descending()) : its.ranks(order.descending());
            Map<String, Integer> places = new HashMap<>();
            its.seen().forEach(text -> places.put(text, ranks[its.number(text)]));
            orders.add(new KeyOrder(drilldown, places));
        }
        return orders;
    }

    private List<Cell.Key> keys(Tally tally) {
        Cell.Key[] its = new Cell.Key[keys.size()];
        for (int drilldown = 0; drilldown < its.length; drilldown++) {
            DrilldownKeys all = keys.get(drilldown);
            its[drilldown] = all.key(all.number(tally.keys().get(drilldown)));
        }
        return Arrays.asList(its);
    }

    private Figures figures(Tally tally) {
        BigDecimal[] its = new BigDecimal[question.measures().size()];
        for (int index = 0; index < its.length; index++) {
            Measure measure = question.measures().get(index);
            its[index] = measure instanceof Measure.Plain plain ? plain(plain, tally) : count(measure, tally);
        }
        return new Figures(
                question.measures(),
                Arrays.asList(its),
                question.view().rounding().decimals());
    }

    private BigDecimal plain(Measure.Plain measure, Tally tally) {
        return switch (measure) {
            case AMOUNT -> tally.amount();
            case LINES -> BigDecimal.valueOf(tally.lines());
            case ENTITIES -> count(measure, tally);
            case AVERAGE -> Values.ratio(tally.amount(), BigDecimal.valueOf(tally.lines()));
            case MINIMUM -> tally.minimum();
            case MAXIMUM -> tally.maximum();
        };
    }

    private BigDecimal count(Measure measure, Tally tally) {
        return BigDecimal.valueOf(tally.distinct().get(counted.indexOf(measure)));
    }
}
