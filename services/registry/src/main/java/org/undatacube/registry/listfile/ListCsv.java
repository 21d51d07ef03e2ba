package org.undatacube.registry.listfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;

/**
 * Codes as CSV (RFC 4180) in the columns of the reference files, and their aliases in a last one. The file is made to be
 * imported again: every field stands as it is in the list, also one that a spreadsheet would run as a formula.
 */
public final class ListCsv {
    private static final List<String> BEFORE_LABELS =
            List.of("code", "parent", "level", "valid_from", "valid_to", "superseded_by");
    private static final List<String> AFTER_LABELS =
            List.of("label_origins", "definition", "notes", "attributes", "aliases");

    private ListCsv() {}

    public static String write(List<Code> codes) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header());
            codes.forEach(code -> csv.writeRecord(fields(code)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> header() {
        Stream<String> labels = Language.codes().stream().map(language -> "label_" + language);
        return Stream.of(BEFORE_LABELS.stream(), labels, AFTER_LABELS.stream())
                .flatMap(columns -> columns)
                .toList();
    }

    private static List<String> fields(Code code) {
        List<String> fields = new ArrayList<>();
        fields.add(code.code());
        fields.add(code.parent());
        fields.add(code.level());
        fields.add(year(code.validFrom()));
        fields.add(year(code.validTo()));
        fields.add(code.supersededBy());
        Language.codes().forEach(language -> fields.add(code.label().get(language)));
        fields.add(pairs(code.labelOrigin()));
        fields.add(code.definition());
        fields.add(code.notes());
        fields.add(pairs(code.attributes()));
        fields.add(code.aliases().stream()
                .map(alias -> alias.alias() + "\t" + alias.source())
                .collect(Collectors.joining("\n")));
        return fields;
    }

    private static String year(Integer year) {
        return year == null ? null : year.toString();
    }

    private static String pairs(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(";"));
    }
}
