package org.undatacube.aggregation.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.aggregation.Terms;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.coverage.Standing;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.parquet.ParquetLines;
import org.undatacube.codelists.Dimension;

/** Makes the files of one product in a folder. */
final class Making {
    private static final String README = "README.md";
    private static final String PACKAGE = "datapackage.json";
    private static final String ZIP = "application/zip";
    private static final String CSV = "text/csv;charset=utf-8;header=present";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Product product;
    private final Snapshot snapshot;
    private final Members members;
    private final Path folder;
    private final Material material;
    private final List<Manifest.File> files = new ArrayList<>();

    /** What every product is made with. */
    record Material(ObjectMapper json, Terms terms, String memoryLimit) {}

    /** @param members those of the edition's day */
    Making(Product product, Snapshot snapshot, Members members, Path folder, Material material) {
        this.product = product;
        this.snapshot = snapshot;
        this.members = members;
        this.folder = folder;
        this.material = material;
    }

    void make() throws IOException {
        List<BreakdownRow> present = BreakdownRow.of(standing(product.to()));
        Path zip = folder.resolve(product.name() + ".zip");
        Manifest manifest;
        if (product.from().isPresent()) {
            List<BreakdownRow> before = BreakdownRow.of(standing(product.from().get()));
            List<BreakdownRow> added = without(present, before);
            List<BreakdownRow> removed = without(before, present);
            try (Archive archive = new Archive(zip, product.to().publishedAt())) {
                changes(archive, present, added, removed);
            }
            manifest = manifest(added, added, removed);
        } else {
            try (Archive archive = new Archive(zip, product.to().publishedAt())) {
                whole(archive, present);
            }
            manifest = manifest(present, null, null);
        }
        files.add(0, file(zip, ZIP, null));
        material.json().writeValue(folder.resolve(Manifest.FILE).toFile(), manifest);
    }

    private Standing standing(Edition edition) {
        return snapshot.catalogue().published(product.cube(), edition);
    }

    private static List<BreakdownRow> without(List<BreakdownRow> rows, List<BreakdownRow> others) {
        Set<Long> known = others.stream().map(BreakdownRow::breakdown).collect(Collectors.toSet());
        return rows.stream().filter(row -> !known.contains(row.breakdown())).toList();
    }

    private void whole(Archive archive, List<BreakdownRow> present) throws IOException {
        LineTables lines = new LineTables(product.cube(), snapshot, archive);
        try (ParquetLines parquet = ParquetLines.in(folder, product.cube(), material.memoryLimit())) {
            lines.write(present, "lines", Table.BREAKDOWNS, new LineTables.Beside() {
                @Override
                public void line(BreakdownRow row, String[] codes, BigDecimal amount) {
                    parquet.add(row.submission(), row.breakdown(), codes, amount);
                }

                @Override
                public void end(int year, long count) throws IOException {
                    Path file = folder.resolve("year=" + year).resolve("part-0.parquet");
                    parquet.write(file);
                    files.add(file(file, PARQUET, count));
                }
            });
        }
        own(archive, breakdowns(), table -> present.forEach(row -> table.row(row.fields())));
        own(archive, Table.answers(), this::answers);
        for (Dimension dimension : CubeDimensions.of(product.cube())) {
            own(archive, codes(dimension), table -> codes(dimension, lines, table));
        }
        describe(archive);
    }

    private void changes(
            Archive archive, List<BreakdownRow> present, List<BreakdownRow> added, List<BreakdownRow> removed)
            throws IOException {
        LineTables lines = new LineTables(product.cube(), snapshot, archive);
        String addedTable = "breakdowns-added";
        String removedTable = "breakdowns-removed";
        lines.write(added, "lines-added", addedTable, LineTables.Beside.NOTHING);
        lines.write(removed, "lines-removed", removedTable, LineTables.Beside.NOTHING);
        archive.table(
                Table.breakdowns(addedTable, "Breakdowns that stand only in the later edition"),
                table -> added.forEach(row -> table.row(row.fields())));
        archive.table(
                Table.breakdowns(removedTable, "Breakdowns that stand only in the earlier edition"),
                table -> removed.forEach(row -> table.row(row.fields())));
        archive.table(breakdowns(), table -> present.forEach(row -> table.row(row.fields())));
        archive.table(Table.answers(), this::answers);
        for (Dimension dimension : CubeDimensions.of(product.cube())) {
            archive.table(codes(dimension), table -> codes(dimension, lines, table));
        }
        describe(archive);
    }

    private static Table breakdowns() {
        return Table.breakdowns(Table.BREAKDOWNS, "Breakdowns that stand in the edition, with their totals");
    }

    private void answers(CsvTable table) {
        AnswerRows.write(product.cube(), standing(product.to()), product.tolerance(), table);
    }

    private Table codes(Dimension dimension) {
        return Table.codes(dimension, members.list(dimension));
    }

    private void codes(Dimension dimension, LineTables lines, CsvTable table) {
        CodeRows.write(members.list(dimension), lines.codes(dimension), table);
    }

    /** A table that can be had without the archive. */
    private void own(Archive archive, Table table, Archive.Rows rows) throws IOException {
        Path file = folder.resolve(table.file());
        CsvTable.Written written = archive.table(table, rows, file);
        files.add(entry(table.file(), CSV, written.bytes(), written.rows(), written.hash()));
    }

    private void describe(Archive archive) throws IOException {
        List<CsvTable.Written> tables = archive.tables();
        archive.text(
                README,
                Dictionary.of(
                        product, tables.stream().map(CsvTable.Written::table).toList()));
        archive.text(
                PACKAGE,
                material.json()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(DataPackage.of(product, tables, material.terms())));
    }

    private Manifest.File file(Path file, String mediaType, Long rows) throws IOException {
        HashedOutput hashed = HashedOutput.of(file);
        // with slashes on every system
        String name = folder.toUri().relativize(file.toUri()).getPath();
        return entry(name, mediaType, hashed.count(), rows, hashed.hash());
    }

    private Manifest.File entry(String name, String mediaType, long bytes, Long rows, String hash) {
        return new Manifest.File(name, product.address(name), mediaType, bytes, rows, hash);
    }

    private Manifest manifest(List<BreakdownRow> rows, List<BreakdownRow> added, List<BreakdownRow> removed) {
        Map<String, String> codeLists = new LinkedHashMap<>();
        CubeDimensions.of(product.cube())
                .forEach(dimension -> codeLists.put(
                        dimension.codeList(), members.list(dimension).version()));
        return new Manifest(
                product.cube(),
                product.from().map(Edition::number).orElse(null),
                product.to().number(),
                product.to().publishedAt(),
                product.address(),
                rows.size(),
                rows.stream().mapToLong(BreakdownRow::lines).sum(),
                codeLists,
                files,
                added,
                removed,
                material.terms().source(),
                material.terms().licence(),
                material.terms().licenceAddress().orElse(null));
    }
}
