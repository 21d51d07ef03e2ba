package org.undatacube.benchmarks.feed;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Flow;

/** What the feed tells: an edition for each entity's year, and further ones that change no figure. */
final class History {
    private static final Instant BEGIN = Instant.parse("2025-03-01T00:00:00Z");
    private static final int MOST_BREAKDOWNS = 2;
    private static final int DECIMALS = 2;

    private final int number;
    private final List<Publication> published = new ArrayList<>();
    private final List<EditionChange> editions = new ArrayList<>();
    private long submissions;

    /** @param number two histories differ in what their editions publish: in submissions, not in lines */
    History(int number, MadeUpFigures figures, long[] cents) {
        this.number = number;
        for (EntityYear entityYear : figures.entityYears()) {
            BigDecimal total = BigDecimal.valueOf(cents[entityYear.number()], DECIMALS);
            List<PublishedBreakdown> breakdowns = new ArrayList<>();
            for (int index = 0; index < entityYear.breakdowns().size(); index++) {
                breakdowns.add(new PublishedBreakdown(
                        breakdown(entityYear, index),
                        entityYear.breakdowns().get(index),
                        entityYear.lines(),
                        total,
                        false));
            }
            Publication publication = new Publication(
                    nextSubmission(), entityYear.entity(), entityYear.year(), Flow.EXPENSE, total, breakdowns);
            published.add(publication);
            add(List.of(publication));
        }
    }

    /** The total of each entity's year. */
    static long[] cents(MadeUpFigures figures) throws IOException {
        long[] cents = new long[figures.entityYears().size()];
        for (EntityYear entityYear : figures.entityYears()) {
            figures.forEach(entityYear, (year, codes, amount) -> cents[entityYear.number()] += amount);
        }
        return cents;
    }

    static long breakdown(EntityYear entityYear, int index) {
        return 1 + (long) entityYear.number() * MOST_BREAKDOWNS + index;
    }

    synchronized List<EditionChange> after(long edition, int limit) {
        int from = (int) Math.min(edition, editions.size());
        return List.copyOf(editions.subList(from, Math.min(editions.size(), from + limit)));
    }

    synchronized long last() {
        return editions.size();
    }

    /**
     * Publishes every entity's year again, with the very lines that were published before: no answer that was kept from
     * before fits any question.
     */
    synchronized void repeat() {
        add(published.stream().map(this::carried).toList());
    }

    private Publication carried(Publication before) {
        List<PublishedBreakdown> breakdowns = before.breakdowns().stream()
                .map(breakdown -> new PublishedBreakdown(
                        breakdown.breakdown(), breakdown.dimensions(), breakdown.lines(), breakdown.total(), true))
                .toList();
        return new Publication(
                nextSubmission(), before.entity(), before.year(), before.flow(), before.controlTotal(), breakdowns);
    }

    private UUID nextSubmission() {
        return new UUID(number, submissions++);
    }

    private void add(List<Publication> publications) {
        long edition = editions.size() + 1L;
        editions.add(new EditionChange(edition, BEGIN.plusSeconds(edition), publications));
    }
}
