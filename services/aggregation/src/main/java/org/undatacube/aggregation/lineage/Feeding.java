package org.undatacube.aggregation.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.coverage.Tenure;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.http.Language;

/** Finds the cells of a question that a submission feeds. */
final class Feeding {
    private final Inquiry inquiry;
    private final Tenure tenure;
    private final Aggregation cells;
    private final List<Long> own;

    Feeding(Inquiry inquiry, Tenure tenure) {
        this.inquiry = inquiry;
        this.tenure = tenure;
        this.cells = inquiry.cells();
        this.own = inquiry.choice().picks().stream()
                .filter(this::isOwn)
                .map(pick -> pick.breakdown().orElseThrow().breakdown())
                .toList();
    }

    private boolean isOwn(Standing.Pick pick) {
        return pick.breakdown()
                .filter(breakdown ->
                        pick.publication().sourceOf(breakdown).submission().equals(tenure.submission()))
                .isPresent();
    }

    /**
     * @param offset how many cells are left out before the first
     * @param limit how many are given at most
     * @param language of the labels
     */
    FedCells feed(int offset, int limit, Language language) {
        List<Tally> fed = tally(own, cells.axes(), cells.filters()).stream()
                .sorted(order())
                .toList();
        List<Tally> page = fed.stream().skip(offset).limit(limit).toList();
        Map<List<String>, Tally> whole = whole(page);
        List<Function<String, Cell.Key>> shown = new ArrayList<>();
        for (int drilldown = 0; drilldown < cells.axes().size(); drilldown++) {
            shown.add(inquiry.shown(drilldown, language));
        }
        Edition edition = inquiry.shownEdition();
        return new FedCells(
                cells.cube(),
                edition.number(),
                edition.publishedAt(),
                inquiry.question().canonicalUnordered(),
                FedCells.Submission.of(tenure, inquiry.edition().number()),
                page.stream()
                        .map(tally -> new FedCells.FedCell(
                                keys(tally, shown), Sum.of(tally), Sum.of(whole.get(tally.keys()))))
                        .toList(),
                fed.size(),
                Sum.of(tally(own, List.of(), cells.filters())),
                null,
                notes(fed));
    }

    private List<Tally> tally(List<Long> breakdowns, List<Axis> axes, List<Filter> filters) {
        if (breakdowns.isEmpty()) {
            return List.of();
        }
        return inquiry.snapshot()
                .tally(new Aggregation(cells.cube(), breakdowns, axes, filters, false, List.of()), inquiry.patience());
    }

    /** What all lines of some cells add up to, and of some others. */
    private Map<List<String>, Tally> whole(List<Tally> page) {
        Map<List<String>, Tally> whole = new HashMap<>();
        if (page.isEmpty()) {
            return whole;
        }
        List<Filter> filters = new ArrayList<>(cells.filters());
        for (int drilldown = 0; drilldown < cells.axes().size(); drilldown++) {
            Set<String> keys = new HashSet<>();
            for (Tally tally : page) {
                keys.add(tally.keys().get(drilldown));
            }
            filters.add(KeyFilter.of(cells.axes().get(drilldown), keys));
        }
        tally(cells.breakdowns(), cells.axes(), filters).forEach(tally -> whole.put(tally.keys(), tally));
        return whole;
    }

    /** Of the drilldowns, one after the other. */
    private Comparator<Tally> order() {
        Comparator<Tally> order = Comparator.comparing(tally -> 0);
        for (int drilldown = 0; drilldown < cells.axes().size(); drilldown++) {
            int place = drilldown;
            order = order.thenComparing(
                    tally -> tally.keys().get(place),
                    inquiry.question().drilldowns().get(drilldown).order(inquiry.members()));
        }
        return order;
    }

    private static List<Cell.Key> keys(Tally tally, List<Function<String, Cell.Key>> shown) {
        List<Cell.Key> keys = new ArrayList<>();
        for (int drilldown = 0; drilldown < shown.size(); drilldown++) {
            keys.add(shown.get(drilldown).apply(tally.keys().get(drilldown)));
        }
        return keys;
    }

    private List<String> notes(List<Tally> fed) {
        if (!fed.isEmpty()) {
            return List.of();
        }
        if (!tenure.includes(inquiry.edition().number())) {
            return List.of("The submission does not stand in edition "
                    + inquiry.edition().number() + ".");
        }
        if (!own.isEmpty()) {
            return List.of("No line of the submission is within the question's conditions.");
        }
        return List.of("The submission stands, but the question is not answered from it: "
                + reason().orElse(
                                "its entity and year are answered from another submission's breakdown, which gives what is"
                                        + " asked."));
    }

    private Optional<String> reason() {
        Optional<Standing.Pick> pick = inquiry.choice().picks().stream()
                .filter(each -> each.publication().entity().equals(tenure.entity())
                        && each.publication().year() == tenure.year())
                .findFirst();
        if (pick.isEmpty()) {
            return Optional.of("the cuts leave its entity or year out.");
        }
        return pick.get().breakdown().isPresent()
                ? Optional.empty()
                : Optional.of("no breakdown of its entity and year gives all dimensions together that are asked.");
    }
}
