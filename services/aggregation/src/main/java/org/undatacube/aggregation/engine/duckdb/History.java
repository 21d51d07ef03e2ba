package org.undatacube.aggregation.engine.duckdb;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.EditionChange.Source;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** Writes what editions changed and reads it back. */
record History(CubeSchema schema) {
    private static final String SEPARATOR = ",";

    /** Which publication a breakdown belongs to. */
    private record Owner(long edition, int publication) {}

    void write(DSLContext sql, EditionChange change) {
        sql.insertInto(schema.edition())
                .columns(CubeSchema.EDITION, CubeSchema.PUBLISHED_AT)
                .values(change.edition(), change.publishedAt().toString())
                .execute();
        for (int position = 0; position < change.publications().size(); position++) {
            write(sql, change.edition(), position, change.publications().get(position));
        }
    }

    Catalogue read(DSLContext sql) {
        Map<Owner, List<PublishedBreakdown>> breakdowns = sql
                .selectFrom(schema.breakdown())
                .orderBy(CubeSchema.EDITION, CubeSchema.PUBLICATION, CubeSchema.POSITION)
                .stream()
                .collect(groupingBy(
                        row -> new Owner(row.get(CubeSchema.EDITION), row.get(CubeSchema.PUBLICATION)),
                        mapping(History::breakdown, toList())));
        Map<Long, List<Publication>> publications =
                sql.selectFrom(schema.publication()).orderBy(CubeSchema.EDITION, CubeSchema.POSITION).stream()
                        .collect(groupingBy(
                                row -> row.get(CubeSchema.EDITION),
                                mapping(row -> publication(row, breakdowns), toList())));
        Catalogue catalogue = Catalogue.EMPTY;
        for (Record row :
                sql.selectFrom(schema.edition()).orderBy(CubeSchema.EDITION).fetch()) {
            long edition = row.get(CubeSchema.EDITION);
            catalogue = catalogue.with(new EditionChange(
                    edition,
                    Instant.parse(row.get(CubeSchema.PUBLISHED_AT)),
                    publications.getOrDefault(edition, List.of())));
        }
        return catalogue;
    }

    private void write(DSLContext sql, long edition, int position, Publication publication) {
        sql.insertInto(schema.publication())
                .columns(
                        CubeSchema.EDITION,
                        CubeSchema.POSITION,
                        CubeSchema.SUBMISSION,
                        CubeSchema.FLOW,
                        CubeSchema.ENTITY,
                        CubeSchema.YEAR,
                        CubeSchema.CONTROL_TOTAL,
                        CubeSchema.CONTENT_HASH)
                .values(
                        edition,
                        position,
                        publication.submission(),
                        publication.flow().code(),
                        publication.entity(),
                        publication.year(),
                        publication.controlTotal(),
                        publication.contentHash())
                .execute();
        for (int index = 0; index < publication.breakdowns().size(); index++) {
            PublishedBreakdown breakdown = publication.breakdowns().get(index);
            sql.insertInto(schema.breakdown())
                    .columns(
                            CubeSchema.EDITION,
                            CubeSchema.PUBLICATION,
                            CubeSchema.POSITION,
                            CubeSchema.BREAKDOWN,
                            CubeSchema.DIMENSIONS,
                            CubeSchema.LINES,
                            CubeSchema.TOTAL,
                            CubeSchema.CARRIED,
                            CubeSchema.SOURCE,
                            CubeSchema.SOURCE_HASH)
                    .values(
                            edition,
                            position,
                            index,
                            breakdown.breakdown(),
                            text(breakdown.dimensions()),
                            breakdown.lines(),
                            breakdown.total(),
                            breakdown.carried(),
                            breakdown.source() == null
                                    ? null
                                    : breakdown.source().submission(),
                            breakdown.source() == null
                                    ? null
                                    : breakdown.source().contentHash())
                    .execute();
        }
    }

    private static Publication publication(Record row, Map<Owner, List<PublishedBreakdown>> breakdowns) {
        Owner owner = new Owner(row.get(CubeSchema.EDITION), row.get(CubeSchema.POSITION));
        return new Publication(
                row.get(CubeSchema.SUBMISSION),
                row.get(CubeSchema.ENTITY),
                row.get(CubeSchema.YEAR),
                Flow.of(row.get(CubeSchema.FLOW)),
                row.get(CubeSchema.CONTROL_TOTAL),
                breakdowns.getOrDefault(owner, List.of()),
                row.get(CubeSchema.CONTENT_HASH));
    }

    private static PublishedBreakdown breakdown(Record row) {
        return new PublishedBreakdown(
                row.get(CubeSchema.BREAKDOWN),
                dimensions(row.get(CubeSchema.DIMENSIONS)),
                row.get(CubeSchema.LINES),
                row.get(CubeSchema.TOTAL),
                row.get(CubeSchema.CARRIED),
                source(row));
    }

    private static Source source(Record row) {
        UUID submission = row.get(CubeSchema.SOURCE);
        return submission == null ? null : new Source(submission, row.get(CubeSchema.SOURCE_HASH));
    }

    private static String text(DimensionSet dimensions) {
        return dimensions.inOrder().stream().map(Dimension::code).collect(Collectors.joining(SEPARATOR));
    }

    private static DimensionSet dimensions(String text) {
        return DimensionSet.of(Stream.of(text.split(SEPARATOR))
                .filter(code -> !code.isEmpty())
                .map(Dimension::of)
                .toList());
    }
}
