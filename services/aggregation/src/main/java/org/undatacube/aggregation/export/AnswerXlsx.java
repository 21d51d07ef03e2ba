package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.StreamedAnswer;

/**
 * An answer's table as a workbook: a sheet of cells under a header that stays in sight, and one that says what was asked,
 * of which edition, and how much of what is published it covers. Where there are more rows than a sheet has, they go on
 * in the next. Numbers have every digit in the file; a spreadsheet reckons with fifteen of them.
 */
final class AnswerXlsx implements AnswerForm {
    private static final String APPLICATION = "UN data cube";
    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String MONEY = "#,##0.00";

    private final ObjectMapper mapper;

    AnswerXlsx(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        AnswerTable table = new AnswerTable(answer.frame(), style.labels());
        Workbook workbook = new Workbook(out, APPLICATION, null);
        CellSheets sheets = new CellSheets(workbook, table);
        table.read(answer, sheets::add);
        sheets.finish();
        try (Worksheet about = workbook.newWorksheet("About")) {
            writeAbout(about, answer.frame());
        }
        workbook.finish();
    }

    /** The sheets of cells, of which one is being written. */
    private static final class CellSheets {
        private final Workbook workbook;
        private final AnswerTable table;
        private Worksheet sheet;
        private int number;
        private int row;

        CellSheets(Workbook workbook, AnswerTable table) throws IOException {
            this.workbook = workbook;
            this.table = table;
            begin();
        }

        void add(AnswerTable.Row values) throws IOException {
            if (row == ROWS_OF_A_SHEET) {
                finish();
                begin();
            }
            boolean isEmpty = true;
            for (int column = 0; column < table.columns().size(); column++) {
                Object value = values.value(column);
                isEmpty &= value == null;
                if (value instanceof Number count) {
                    sheet.value(row, column, count);
                    if (value instanceof BigDecimal
                            && table.columns().get(column).kind() == AnswerTable.Kind.USD) {
                        sheet.style(row, column).format(MONEY).set();
                    }
                } else if (value != null) {
                    // never a formula, whatever it begins with: the cell says that it is text
                    sheet.inlineString(row, column, (String) value);
                }
            }
            if (isEmpty) {
                // a row without cells would not be in the file; one with a form but no value is
                sheet.style(row, 0).format(MONEY).set();
            }
            row++;
            if (row % ROWS_AT_A_TIME == 0) {
                sheet.flush();
            }
        }

        private void begin() throws IOException {
            number++;
            sheet = workbook.newWorksheet(number == 1 ? "Cells" : "Cells " + number);
            sheet.freezePane(0, 1);
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.inlineString(0, column, table.columns().get(column).name());
                sheet.style(0, column).bold().set();
            }
            row = 1;
            sheet.flush();
        }

        void finish() throws IOException {
            sheet.close();
        }
    }

    private void writeAbout(Worksheet sheet, Answer answer) {
        List<Map.Entry<String, String>> facts = new ArrayList<>();
        add(facts, "cube", answer.cube().code());
        add(facts, "edition", Long.toString(answer.edition()));
        add(facts, "published at", String.valueOf(answer.publishedAt() == null ? "" : answer.publishedAt()));
        addAll(facts, "question: ", answer.question().canonical());
        addAll(facts, "coverage: ", answer.coverage());
        addAll(facts, "total: ", totals(answer));
        addAll(facts, "consolidation: ", answer.consolidation());
        addAll(facts, "obstacle: ", answer.obstacle());
        answer.notes().forEach(note -> add(facts, "note", note));
        add(facts, "source", "Submissions of the entities of the United Nations system, as published in this edition");
        add(
                facts,
                "exactness",
                "All digits of an amount are in the file. Spreadsheets show and reckon with fifteen of them.");
        for (int row = 0; row < facts.size(); row++) {
            sheet.inlineString(row, 0, facts.get(row).getKey());
            sheet.style(row, 0).bold().set();
            sheet.inlineString(row, 1, facts.get(row).getValue());
        }
        sheet.width(0, 30);
        sheet.width(1, 100);
    }

    private static Map<String, Object> totals(Answer answer) {
        Map<String, Object> totals = new LinkedHashMap<>();
        for (int index = 0; index < answer.total().measures().size(); index++) {
            totals.put(
                    answer.total().measures().get(index).key(), answer.total().shown(index));
        }
        return totals;
    }

    /** The properties that JSON would have, by their names. */
    private void addAll(List<Map.Entry<String, String>> facts, String prefix, Object part) {
        if (part != null) {
            JsonNode properties = mapper.valueToTree(part);
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                // a list in as many rows, for a cell holds no long text
                Iterable<JsonNode> values =
                        property.getValue().isArray() ? property.getValue() : List.of(property.getValue());
                for (JsonNode value : values) {
                    add(facts, prefix + property.getKey(), value.isValueNode() ? value.asText() : value.toString());
                }
            }
        }
    }

    private static void add(List<Map.Entry<String, String>> facts, String name, String value) {
        facts.add(Map.entry(name, value));
    }
}
