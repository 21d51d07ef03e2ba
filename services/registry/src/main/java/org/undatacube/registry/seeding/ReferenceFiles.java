package org.undatacube.registry.seeding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.ExchangeRates;
import org.undatacube.registry.Fingerprint;
import org.undatacube.registry.codelist.ReferenceList;
import org.undatacube.registry.listfile.Labels;
import org.undatacube.registry.listfile.ListRow;
import org.undatacube.registry.listfile.Pairs;

/**
 * The files under {@code reference/}: one per list, and {@code lists.csv} that names them, {@code aliases.csv} and
 * {@code exchange-rates.csv}. Their format is described in {@code reference/README.md}.
 */
final class ReferenceFiles {
    private ReferenceFiles() {}

    /** All lists, in the order in which they are to be shown. */
    static List<ReferenceList> lists() {
        Map<String, Map<String, List<Code.Alias>>> aliases = aliases();
        return read("lists", row -> list(row, aliases.getOrDefault(row.getField("list"), Map.of())));
    }

    static List<ExchangeRates.Rate> exchangeRates() {
        return read(
                "exchange-rates",
                row -> new ExchangeRates.Rate(
                        row.getField("currency"),
                        Integer.parseInt(row.getField("year")),
                        new BigDecimal(row.getField("units_per_usd")),
                        row.getField("source")));
    }

    private static ReferenceList list(NamedCsvRecord row, Map<String, List<Code.Alias>> aliases) {
        String id = row.getField("list");
        return new ReferenceList(
                id,
                Labels.texts(row::findField, "title"),
                row.getField("standard"),
                List.of(row.getField("levels").split(";")),
                Fingerprint.of(row.getFields() + text(id) + new TreeMap<>(aliases) + PlaceNames.VERSION),
                () -> codes(id, aliases));
    }

    private static List<Code> codes(String id, Map<String, List<Code.Alias>> aliases) {
        List<Code> codes = read(id, row -> code(id, row, aliases.getOrDefault(row.getField("code"), List.of())));
        Set<String> known = codes.stream().map(Code::code).collect(Collectors.toSet());
        aliases.keySet().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalStateException("aliases.csv: the list " + id + " has no code " + code);
                });
        return codes;
    }

    private static Code code(String list, NamedCsvRecord row, List<Code.Alias> aliases) {
        Code code = new ListRow(row::findField).over(ListRow.bare(row.getField("code"), aliases), "");
        return list.equals("locations") ? PlaceNames.completed(code) : code;
    }

    /** What the columns {@code label_ar} or {@code title_ar} and so on hold, with their origins. */
    static Labels labels(NamedCsvRecord row, String column) {
        return new Labels(Labels.texts(row::findField, column), Pairs.of(row.getField(column + "_origins")));
    }

    /** Null where there is no bound. */
    static Integer year(NamedCsvRecord row, String column) {
        return optional(row, column).map(Integer::valueOf).orElse(null);
    }

    static Optional<String> optional(NamedCsvRecord row, String column) {
        return row.findField(column).filter(value -> !value.isEmpty());
    }

    /** By list and code, in the file's order. */
    private static Map<String, Map<String, List<Code.Alias>>> aliases() {
        Map<String, Map<String, List<Code.Alias>>> aliases = new LinkedHashMap<>();
        read(
                "aliases",
                row -> aliases.computeIfAbsent(row.getField("list"), list -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getField("code"), code -> new ArrayList<>())
                        .add(new Code.Alias(row.getField("alias"), row.getField("source"))));
        return aliases;
    }

    static <T> List<T> read(String name, Function<NamedCsvRecord, T> mapping) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(name))) {
            return rows.stream().map(mapping).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream file = ReferenceFiles.class.getResourceAsStream("/reference/" + name + ".csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
