package org.undatacube.aggregation.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.EditionChange.Source;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.Language;

/** Finds the lines of one cell of a question, and whose they are. */
final class Tracing {
    private final Inquiry inquiry;
    private final List<Optional<String>> keys;
    private final Aggregation cells;
    private final List<Filter> filters;
    private final Map<Long, Standing.Pick> picks = new HashMap<>();

    /** @param keys of the cell, one for each drilldown; empty for one that it is not grouped by */
    Tracing(Inquiry inquiry, List<Optional<String>> keys) {
        this.inquiry = inquiry;
        this.keys = List.copyOf(keys);
        this.cells = inquiry.cells();
        this.filters = new ArrayList<>(cells.filters());
        for (int drilldown = 0; drilldown < keys.size(); drilldown++) {
            Axis axis = cells.axes().get(drilldown);
            keys.get(drilldown).ifPresent(key -> filters.add(KeyFilter.of(axis, Set.of(key))));
        }
        inquiry.choice()
                .picks()
                .forEach(pick -> pick.breakdown().ifPresent(chosen -> picks.put(chosen.breakdown(), pick)));
    }

    /**
     * @param offset how many of the cell's lines are left out before the first
     * @param limit how many are given at most
     * @param language of the labels
     */
    Lineage trace(int offset, int limit, Language language) {
        List<Tally> byBreakdown = inquiry
                .snapshot()
                .tally(
                        new Aggregation(
                                cells.cube(),
                                cells.breakdowns(),
                                List.of(new Axis.Breakdown()),
                                filters,
                                false,
                                List.of()),
                        inquiry.patience())
                .stream()
                .sorted(Comparator.comparing(Tracing::breakdown))
                .toList();
        Edition edition = inquiry.shownEdition();
        return new Lineage(
                cells.cube(),
                edition.number(),
                edition.publishedAt(),
                inquiry.question().canonicalUnordered(),
                new Lineage.TracedCell(shownKeys(language), Sum.of(byBreakdown)),
                byBreakdown.stream()
                        .map(this::contribution)
                        .sorted(Comparator.comparing(Lineage.Contribution::entity)
                                .thenComparing(Lineage.Contribution::year))
                        .toList(),
                lines(byBreakdown, offset, limit),
                null,
                notes(byBreakdown));
    }

    private static long breakdown(Tally tally) {
        return Long.parseLong(tally.keys().get(0));
    }

    private List<Cell.Key> shownKeys(Language language) {
        List<Cell.Key> shown = new ArrayList<>();
        for (int drilldown = 0; drilldown < keys.size(); drilldown++) {
            keys.get(drilldown).map(inquiry.shown(drilldown, language)).ifPresent(shown::add);
        }
        return shown;
    }

    private Lineage.Contribution contribution(Tally tally) {
        Publication publication = picks.get(breakdown(tally)).publication();
        PublishedBreakdown breakdown = picks.get(breakdown(tally)).breakdown().orElseThrow();
        Source source = publication.sourceOf(breakdown);
        return new Lineage.Contribution(
                source.submission(),
                publication.entity(),
                publication.year(),
                breakdown.breakdown(),
                breakdown.dimensions(),
                tally.lines(),
                new Usd(tally.amount()),
                source.contentHash(),
                SubmissionAddress.of(source.submission()));
    }

    /** Only the breakdowns are read that have lines on the page. */
    private List<Lineage.TracedLine> lines(List<Tally> byBreakdown, int offset, int limit) {
        List<Long> onPage = new ArrayList<>();
        long before = 0;
        long leftOut = 0;
        for (Tally tally : byBreakdown) {
            long after = before + tally.lines();
            if (after > offset && before < (long) offset + limit) {
                leftOut = onPage.isEmpty() ? offset - before : leftOut;
                onPage.add(breakdown(tally));
            }
            before = after;
        }
        LineReading reading = new LineReading(cells.cube(), onPage, filters, Math.max(0, leftOut), limit);
        return inquiry.snapshot().read(reading, inquiry.patience()).stream()
                .map(this::line)
                .toList();
    }

    private Lineage.TracedLine line(PublishedLine line) {
        Standing.Pick pick = picks.get(line.breakdown());
        Map<String, String> codes = new LinkedHashMap<>();
        for (Dimension dimension : CubeDimensions.of(cells.cube())) {
            String code = line.codes().get(dimension);
            if (code != null) {
                codes.put(dimension.code(), code);
            }
        }
        return new Lineage.TracedLine(
                pick.publication().sourceOf(pick.breakdown().orElseThrow()).submission(),
                line.breakdown(),
                line.line(),
                codes,
                new Usd(line.amount()));
    }

    private List<String> notes(List<Tally> byBreakdown) {
        return inquiry
                .choice()
                .whyNothing()
                .or(() -> byBreakdown.isEmpty() ? Optional.of("No line is in this cell.") : Optional.empty())
                .stream()
                .toList();
    }
}
