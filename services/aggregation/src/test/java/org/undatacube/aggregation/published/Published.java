package org.undatacube.aggregation.published;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** A history of editions, written edition by edition. */
public final class Published {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00.123456Z");

    private final List<EditionChange> changes = new ArrayList<>();
    private final Map<Long, List<PublishedLine>> lines = new LinkedHashMap<>();
    private long lastBreakdown;

    /** Lines written as {@code function=E01 location=ML entity=UNDP 12.50}. */
    public record Breakdown(String dimensions, List<String> lines) {}

    public static Breakdown breakdown(String dimensions, String... lines) {
        return new Breakdown(dimensions, List.of(lines));
    }

    /** An entity's year whose first breakdown gives the control total. */
    public Publication publication(Flow flow, String entity, int year, Breakdown... breakdowns) {
        List<PublishedBreakdown> published = new ArrayList<>();
        for (Breakdown breakdown : breakdowns) {
            published.add(store(entity, breakdown));
        }
        UUID submission = UUID.randomUUID();
        return new Publication(submission, entity, year, flow, published.get(0).total(), published, hash(submission));
    }

    /** As long as a content hash is, and different for each submission. */
    public static String hash(UUID submission) {
        return submission.toString().replace("-", "").repeat(2);
    }

    /** Publishes the next edition, a day after the one before. */
    public long publish(Publication... publications) {
        long edition = changes.size() + 1L;
        changes.add(new EditionChange(edition, FIRST.plusSeconds(86_400L * (edition - 1)), List.of(publications)));
        return edition;
    }

    public List<EditionChange> changes() {
        return List.copyOf(changes);
    }

    /** The lines of an edition's breakdowns that it does not carry over. */
    public List<PublishedLine> lines(long edition) {
        return changes.get((int) edition - 1).publications().stream()
                .flatMap(publication -> publication.breakdowns().stream())
                .filter(breakdown -> !breakdown.carried())
                .flatMap(breakdown -> lines.get(breakdown.breakdown()).stream())
                .toList();
    }

    private PublishedBreakdown store(String entity, Breakdown breakdown) {
        long id = ++lastBreakdown;
        List<PublishedLine> parsed = new ArrayList<>();
        for (String line : breakdown.lines()) {
            parsed.add(line(id, parsed.size() + 1L, entity, line));
        }
        lines.put(id, parsed);
        BigDecimal total = parsed.stream().map(PublishedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new PublishedBreakdown(id, dimensions(breakdown.dimensions()), parsed.size(), total, false);
    }

    private static PublishedLine line(long breakdown, long number, String entity, String text) {
        Map<Dimension, String> codes = new EnumMap<>(Dimension.class);
        codes.put(Dimension.ENTITY, entity);
        String[] fields = text.split(" ", -1);
        for (int index = 0; index < fields.length - 1; index++) {
            String[] field = fields[index].split("=", -1);
            codes.put(Dimension.of(field[0]), field[1]);
        }
        return new PublishedLine(breakdown, number, codes, new BigDecimal(fields[fields.length - 1]));
    }

    private static DimensionSet dimensions(String names) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            dimensions.add(Dimension.of(name));
        }
        return DimensionSet.of(dimensions);
    }
}
