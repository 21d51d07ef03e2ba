package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;

/** Lists as CSV in the project's own format, and what their rows say. */
final class ListFiles {
    private static final String LISTS = "/api/v1/code-lists/";

    private ListFiles() {}

    static String csv(String list) {
        return given().queryParam("format", "csv").get(LISTS + list).asString();
    }

    static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    static List<String> fields(Response csv, String column) {
        return rows(csv.asString()).stream().map(row -> row.getField(column)).toList();
    }

    /** A code as a row of the project's format says it. */
    static Code code(NamedCsvRecord row) {
        Map<String, String> labels = new TreeMap<>();
        Language.codes().forEach(language -> labels.put(language, row.getField("label_" + language)));
        labels.values().removeIf(String::isEmpty);
        return new Code(
                row.getField("code"),
                text(row, "level"),
                text(row, "parent"),
                labels,
                pairs(row.getField("label_origins")),
                text(row, "definition"),
                text(row, "notes"),
                text(row, "valid_from") == null ? null : Integer.valueOf(row.getField("valid_from")),
                text(row, "valid_to") == null ? null : Integer.valueOf(row.getField("valid_to")),
                text(row, "superseded_by"),
                row.getField("aliases")
                        .lines()
                        .map(line -> line.split("\t", 2))
                        .map(entry -> new Code.Alias(entry[0], entry[1]))
                        .toList(),
                pairs(row.getField("attributes")));
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.getField(column).isEmpty() ? null : row.getField(column);
    }

    private static Map<String, String> pairs(String field) {
        Map<String, String> pairs = new TreeMap<>();
        Stream.of(field.split(";"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
    }
}
