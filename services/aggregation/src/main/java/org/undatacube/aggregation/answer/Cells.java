package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Problem;

/** The cells of a question, from what the engine adds up. */
record Cells(List<Cell> page, long count, Figures total) {
    private static final int DECIMALS = 9;

    static Cells of(Inquiry inquiry) {
        Question question = inquiry.question();
        List<Tally> totals = tally(inquiry, List.of());
        Figures total = figures(question, totals.isEmpty() ? Optional.empty() : Optional.of(totals.get(0)));
        List<Cell> cells = new ArrayList<>();
        for (Tally tally : tally(inquiry, question.drilldowns())) {
            cells.add(new Cell(keys(inquiry, tally), figures(question, Optional.of(tally))));
        }
        cells.sort(order(question, inquiry.members()));
        int from = Math.min(question.page().offset(), cells.size());
        if (question.page().limit().isEmpty() && cells.size() - from > QuestionReader.MOST_CELLS) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The answer has more than " + QuestionReader.MOST_CELLS + " cells. Ask for "
                                    + QuestionReader.MOST_CELLS + " at a time with limit and offset, or for fewer.")
                    .with("limit", QuestionReader.MOST_CELLS);
        }
        int to = question.page()
                .limit()
                .map(limit -> Math.min(from + limit, cells.size()))
                .orElse(cells.size());
        return new Cells(cells.subList(from, to), cells.size(), total);
    }

    private static List<Tally> tally(Inquiry inquiry, List<Drilldown> drilldowns) {
        Question question = inquiry.question();
        Structure structure = question.view().structure();
        Members members = inquiry.members();
        List<Filter> filters = new ArrayList<>();
        for (Cut cut : question.cuts()) {
            if (cut instanceof Cut.OfCodes codes) {
                filters.add(new Filter.Codes(codes.selection(members, structure)));
            } else if (cut instanceof Cut.ByYears years) {
                filters.add(new Filter.Years(years.ranges(), years.negated()));
            }
        }
        List<Projection> distinct = question.measures().contains(Measure.Plain.ENTITIES)
                ? List.of(members.byLevel(Dimension.ENTITY, Members.ENTITY_LEVEL, structure))
                : List.of();
        Aggregation aggregation = new Aggregation(
                question.cube(),
                inquiry.choice().breakdowns(),
                drilldowns.stream()
                        .map(drilldown -> axis(drilldown, members, structure))
                        .toList(),
                filters,
                question.measures().contains(Measure.Plain.MINIMUM)
                        || question.measures().contains(Measure.Plain.MAXIMUM),
                distinct);
        return inquiry.snapshot().tally(aggregation, inquiry.patience());
    }

    private static Axis axis(Drilldown drilldown, Members members, Structure structure) {
        return drilldown instanceof Drilldown.OfCodes codes
                ? new Axis.Projected(codes.projection(members, structure))
                : new Axis.Year();
    }

    private static Figures figures(Question question, Optional<Tally> tally) {
        List<BigDecimal> values = new ArrayList<>();
        for (Measure measure : question.measures()) {
            values.add(tally.map(present -> value(measure, present)).orElse(BigDecimal.ZERO));
        }
        return new Figures(question.measures(), values);
    }

    private static BigDecimal value(Measure measure, Tally tally) {
        return switch ((Measure.Plain) measure) {
            case AMOUNT -> tally.amount();
            case LINES -> BigDecimal.valueOf(tally.lines());
            case ENTITIES -> BigDecimal.valueOf(tally.distinct().get(0));
            case AVERAGE -> tally.amount().divide(BigDecimal.valueOf(tally.lines()), DECIMALS, RoundingMode.HALF_EVEN);
            case MINIMUM -> tally.minimum();
            case MAXIMUM -> tally.maximum();
        };
    }

    private static List<Cell.Key> keys(Inquiry inquiry, Tally tally) {
        List<Cell.Key> keys = new ArrayList<>();
        for (int index = 0; index < tally.keys().size(); index++) {
            Drilldown drilldown = inquiry.question().drilldowns().get(index);
            String key = tally.keys().get(index);
            if (drilldown instanceof Drilldown.ByLevel level) {
                keys.add(new Cell.Key.Member(
                        drilldown.key(), key, inquiry.members().label(level.dimension(), key)));
            } else if (drilldown instanceof Drilldown.ByGroup group) {
                Grouping grouping = inquiry.members()
                        .grouping(group.dimension(), group.hierarchy())
                        .orElseThrow();
                keys.add(new Cell.Key.Member(drilldown.key(), key, grouping.label(key)));
            } else {
                keys.add(new Cell.Key.Year(drilldown.key(), Integer.parseInt(key)));
            }
        }
        return keys;
    }

    private static Comparator<Cell> order(Question question, Members members) {
        Comparator<Cell> order = Comparator.comparingInt(cell -> 0);
        for (Order by : question.orders()) {
            Comparator<Cell> next;
            if (by instanceof Order.ByMeasure byMeasure) {
                next = Comparator.comparing(cell -> cell.figures().of(byMeasure.measure()));
                next = by.descending() ? next.reversed() : next;
            } else {
                Drilldown drilldown = ((Order.ByDrilldown) by).drilldown();
                int index = question.drilldowns().indexOf(drilldown);
                next = Comparator.comparing(
                        cell -> text(cell.keys().get(index)), drilldown.order(members, by.descending()));
            }
            order = order.thenComparing(next);
        }
        return order;
    }

    private static String text(Cell.Key key) {
        return key instanceof Cell.Key.Member member ? member.code() : Integer.toString(((Cell.Key.Year) key).year());
    }
}
