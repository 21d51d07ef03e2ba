package org.undatacube.contributions.submission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.codelists.Dimension;

/**
 * The lines of a submission as they were submitted, digit for digit, with what they are in dollars beside and the rate by
 * which they were converted.
 */
@ApplicationScoped
class LineExport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> NUMBERS = Set.of("breakdown", "line", "rateYear", "splitLine");

    private final LineStore store;

    LineExport(LineStore store) {
        this.store = store;
    }

    /**
     * What is exported.
     *
     * @param year the submission's, and so that of the rates
     * @param ratesVersion of the exchange rates by which the submission was judged
     */
    record Scope(List<Long> breakdowns, int year, String ratesVersion) {
        static Scope of(Submission submission) {
            return new Scope(
                    submission.breakdowns.stream()
                            .map(breakdown -> breakdown.id)
                            .toList(),
                    submission.year,
                    submission.listsVersion.get("exchange-rates"));
        }
    }

    void writeCsv(Scope scope, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            List<String> header = new ArrayList<>(List.of("breakdown", "line"));
            for (Dimension dimension : Dimension.values()) {
                header.add(dimension.code());
            }
            header.addAll(List.of(
                    "amount",
                    "currency",
                    "amountUsd",
                    "unitsPerUsd",
                    "rateYear",
                    "ratesVersion",
                    "basis",
                    "lineId",
                    "note",
                    "splitLine",
                    "splitAmount",
                    "splitPercent"));
            csv.writeRecord(header);
            store.read(scope.breakdowns(), line -> {
                Map<String, String> fields = fields(line, scope);
                csv.writeRecord(header.stream().map(fields::get).toList());
            });
        }
    }

    void writeJson(Scope scope, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("lines");
            store.read(scope.breakdowns(), line -> {
                json.writeStartObject();
                for (Map.Entry<String, String> field : fields(line, scope).entrySet()) {
                    if (field.getValue() == null) {
                        continue;
                    }
                    if (NUMBERS.contains(field.getKey())) {
                        json.writeNumberField(field.getKey(), Long.parseLong(field.getValue()));
                    } else {
                        json.writeStringField(field.getKey(), field.getValue());
                    }
                }
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static Map<String, String> fields(Line line, Scope scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("breakdown", Long.toString(line.breakdown()));
        fields.put("line", Integer.toString(line.number()));
        line.codes().forEach((dimension, code) -> fields.put(dimension.code(), code));
        boolean inDollars = line.original() == null;
        fields.put(
                "amount",
                inDollars ? line.dollars().digits() : line.original().amount().digits());
        fields.put("currency", inDollars ? "USD" : line.original().currency());
        fields.put("amountUsd", line.dollars().digits());
        if (!inDollars && line.original().unitsPerUsd() != null) {
            fields.put("unitsPerUsd", line.original().unitsPerUsd().toPlainString());
            fields.put("rateYear", Integer.toString(scope.year()));
            fields.put("ratesVersion", scope.ratesVersion());
        }
        fields.put("basis", line.basis() == null ? null : line.basis().name());
        fields.put("lineId", line.lineId());
        fields.put("note", line.note());
        if (line.split() != null) {
            fields.put("splitLine", Integer.toString(line.split().firstLine()));
            fields.put("splitAmount", line.split().whole().digits());
            fields.put("splitPercent", line.split().percent().toPlainString());
        }
        return fields;
    }
}
