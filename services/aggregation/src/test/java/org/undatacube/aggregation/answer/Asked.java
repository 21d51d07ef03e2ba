package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.aggregation.query.Threshold;
import org.undatacube.aggregation.query.Top;
import org.undatacube.aggregation.query.View;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** A question of the expenses, put together piece by piece. */
final class Asked {
    static final Measure CHANGE = new Measure.Change(false, Optional.empty());
    static final Measure GROWTH = new Measure.Change(true, Optional.empty());
    static final Measure CUMULATIVE = new Measure.Cumulative();
    static final Measure COUNTRIES = new Measure.Distinct(Dimension.LOCATION, "country");

    private final Members members;
    private List<Drilldown> drilldowns = List.of();
    private List<Drilldown> columns = List.of();
    private final List<Cut> cuts = new ArrayList<>();
    private List<Threshold> where = List.of();
    private List<Measure> measures = List.of(Measure.Plain.AMOUNT);
    private final List<Threshold> having = new ArrayList<>();
    private Subtotals subtotals = Subtotals.NONE;
    private Optional<Top> top = Optional.empty();
    private final List<Order> orders = new ArrayList<>();
    private Question.Page page = Question.Page.ALL;
    private Structure structure = Structure.THEN;
    private View.Consolidation consolidation = View.Consolidation.GROSS;
    private View.Rounding rounding = View.Rounding.EXACT;

    Asked(Members members) {
        this.members = members;
    }

    Asked by(String... keys) {
        drilldowns = drilldowns(keys);
        return this;
    }

    Asked columns(String... keys) {
        columns = drilldowns(keys);
        return this;
    }

    Asked years(int first, int last) {
        cuts.add(new Cut.ByYears(List.of(new YearRange(first, last)), false));
        return this;
    }

    Asked cut(Dimension dimension, String... codes) {
        cuts.add(new Cut.ByMembers(dimension, List.of(codes), false, false));
        return this;
    }

    Asked where(Comparison comparison, String amount) {
        where = List.of(new Threshold(Measure.Plain.AMOUNT, comparison, new BigDecimal(amount)));
        return this;
    }

    Asked measures(Measure... some) {
        measures = List.of(some);
        return this;
    }

    Asked having(Measure measure, Comparison comparison, String value) {
        having.add(new Threshold(measure, comparison, new BigDecimal(value)));
        return this;
    }

    Asked subtotals(Subtotals which) {
        subtotals = which;
        return this;
    }

    Asked top(int count, boolean others, String... per) {
        top = Optional.of(new Top(count, drilldowns(per), others));
        return this;
    }

    Asked order(Measure measure, boolean descending) {
        orders.add(new Order.ByMeasure(measure, descending));
        return this;
    }

    Asked order(String key, boolean descending) {
        orders.add(new Order.ByDrilldown(drilldown(key), descending));
        return this;
    }

    Asked orderByLabel(String key, boolean descending) {
        orders.add(new Order.ByLabel(drilldown(key), descending));
        return this;
    }

    Asked page(int limit, int offset) {
        page = new Question.Page(Optional.of(limit), offset);
        return this;
    }

    Asked structure(int year) {
        structure = Structure.of(year);
        return this;
    }

    Asked consolidation(View.Consolidation which) {
        consolidation = which;
        return this;
    }

    Asked rounded(int decimals, boolean additive) {
        rounding = new View.Rounding(Optional.of(decimals), additive);
        return this;
    }

    Question question() {
        return new Question(
                Flow.EXPENSE,
                drilldowns,
                columns,
                cuts,
                where,
                measures,
                having,
                subtotals,
                top,
                orders,
                page,
                new View(structure, consolidation, rounding));
    }

    private List<Drilldown> drilldowns(String... keys) {
        return Stream.of(keys).map(this::drilldown).toList();
    }

    private Drilldown drilldown(String key) {
        if (key.equals("year")) {
            return new Drilldown.ByYear();
        }
        Dimension dimension = Dimension.of(key.substring(0, key.indexOf('.')));
        String level = key.substring(key.indexOf('.') + 1);
        return members.levels(dimension).contains(level)
                ? new Drilldown.ByLevel(dimension, level)
                : new Drilldown.ByGroup(dimension, level);
    }
}
