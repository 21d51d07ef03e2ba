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
import org.undatacube.codelists.Dimension;

/** The lines of a submission as they were submitted, digit for digit, with what they are in dollars beside. */
@ApplicationScoped
class LineExport {
    private static final JsonFactory JSON = new JsonFactory();

    private final LineStore store;

    LineExport(LineStore store) {
        this.store = store;
    }

    void writeCsv(List<Long> breakdowns, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            List<String> header = new ArrayList<>(List.of("breakdown", "line"));
            for (Dimension dimension : Dimension.values()) {
                header.add(dimension.code());
            }
            header.addAll(List.of("amount", "currency", "amountUsd", "basis", "lineId", "note"));
            csv.writeRecord(header);
            store.read(breakdowns, line -> {
                Map<String, String> fields = fields(line);
                csv.writeRecord(header.stream().map(fields::get).toList());
            });
        }
    }

    void writeJson(List<Long> breakdowns, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("lines");
            store.read(breakdowns, line -> {
                json.writeStartObject();
                for (Map.Entry<String, String> field : fields(line).entrySet()) {
                    if (field.getKey().equals("line") || field.getKey().equals("breakdown")) {
                        json.writeNumberField(field.getKey(), Long.parseLong(field.getValue()));
                    } else if (field.getValue() != null) {
                        json.writeStringField(field.getKey(), field.getValue());
                    }
                }
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    static Map<String, String> fields(Line line) {
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
        fields.put("basis", line.basis() == null ? null : line.basis().name());
        fields.put("lineId", line.lineId());
        fields.put("note", line.note());
        return fields;
    }
}
