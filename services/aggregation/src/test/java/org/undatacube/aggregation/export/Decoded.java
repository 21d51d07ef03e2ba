package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Answers as the libraries of their formats read them: rows of texts by the name of their column, numbers without trailing
 * zeros, and nothing for what a row has not.
 */
public final class Decoded {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Decoded() {}

    public static List<Map<String, String>> csv(byte[] bytes) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new String(bytes, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord csvRow : csv) {
                Map<String, String> row = new LinkedHashMap<>();
                csvRow.getFieldsAsMap().forEach((name, text) -> put(row, revealed(name), revealed(text)));
                rows.add(row);
            }
        }
        return rows;
    }

    /** Without the apostrophe that keeps a spreadsheet from running it. */
    private static String revealed(String text) {
        return text.matches("(?s)'[=+@\\-\t\r\n].*") ? text.substring(1) : text;
    }

    public static List<Map<String, String>> columnar(byte[] bytes) throws IOException {
        JsonNode answer = MAPPER.readTree(bytes);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int index = 0; index < answer.get("rowCount").asInt(); index++) {
            rows.add(new LinkedHashMap<>());
        }
        for (JsonNode column : answer.get("columns")) {
            boolean areTexts = column.has("texts");
            JsonNode values = column.get(areTexts ? "rows" : "values");
            for (int index = 0; index < values.size(); index++) {
                JsonNode value = values.get(index);
                if (!value.isNull()) {
                    put(
                            rows.get(index),
                            column.get("name").asText(),
                            areTexts ? column.get("texts").get(value.asInt()).asText() : value.asText());
                }
            }
        }
        return rows;
    }

    /** The cells of all its sheets but the last, which is about them. */
    public static List<Map<String, String>> xlsx(byte[] bytes) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> sheet = workbook.getFirstSheet().read();
            for (Row sheetRow : sheet.subList(1, sheet.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (Cell cell : sheetRow) {
                    if (cell != null && cell.getType() != CellType.EMPTY) {
                        String name = sheet.get(0).getCellText(cell.getColumnIndex());
                        put(row, name, cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : cell.asString());
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    public static List<Map<String, String>> parquet(byte[] bytes) throws IOException, SQLException {
        Path file = Files.createTempFile("answer", ".parquet");
        List<Map<String, String>> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Files.write(file, bytes);
            ResultSet result = statement.executeQuery("from read_parquet('" + file + "')");
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    put(row, result.getMetaData().getColumnName(column), text(result.getObject(column)));
                }
                rows.add(row);
            }
        } finally {
            Files.delete(file);
        }
        return rows;
    }

    public static List<Map<String, String>> arrow(byte[] bytes) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator();
                InputStream in = new ByteArrayInputStream(bytes);
                ArrowStreamReader reader = new ArrowStreamReader(in, allocator)) {
            VectorSchemaRoot batch = reader.getVectorSchemaRoot();
            while (reader.loadNextBatch()) {
                for (int index = 0; index < batch.getRowCount(); index++) {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (FieldVector vector : batch.getFieldVectors()) {
                        put(row, vector.getName(), text(vector.getObject(index)));
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /** By dimension the code of its category, then the value; by the definition of JSON-stat 2.0. */
    public static Map<Map<String, String>, String> jsonStat(byte[] bytes) throws IOException {
        JsonNode dataset = MAPPER.readTree(bytes);
        Map<Map<String, String>, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> value : dataset.get("value").properties()) {
            long place = Long.parseLong(value.getKey());
            Map<String, String> categories = new LinkedHashMap<>();
            for (int dimension = dataset.get("id").size() - 1; dimension >= 0; dimension--) {
                String name = dataset.get("id").get(dimension).asText();
                int size = dataset.get("size").get(dimension).asInt();
                categories.put(
                        name,
                        dataset.get("dimension")
                                .get(name)
                                .get("category")
                                .get("index")
                                .get((int) (place % size))
                                .asText());
                place /= size;
            }
            values.put(categories, plain(value.getValue().decimalValue()));
        }
        return values;
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? plain(number) : value == null ? null : value.toString();
    }

    /** Numbers are compared, not how they are written; nothing is an empty text too. */
    static void put(Map<String, String> row, String name, String text) {
        if (text != null && !text.isEmpty()) {
            row.put(name, isMeasure(text) ? plain(new BigDecimal(text)) : text);
        }
    }

    private static boolean isMeasure(String text) {
        return text.matches("-?[0-9]+\\.[0-9]+");
    }
}
