package org.undatacube.contributions.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.intake.XlsxBody;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.StatedHeader;

/**
 * A workbook to fill in.
 *
 * @param breakdowns a sheet for each
 * @param lists the lists of the entity and of all dimensions of the breakdowns
 */
record Template(Flow flow, int year, Texts texts, List<DimensionSet> breakdowns, Map<Dimension, CodeList> lists) {
    private static final int LAST_ROW = 20_000;
    private static final int HEADINGS = 2;
    private static final String AS_TEXT = "@";
    private static final int WIDTH = 28;
    private static final int WIDTH_OF_SENTENCES = 100;
    private static final List<LineField> ON_EVERY_LINE =
            List.of(LineField.AMOUNT, LineField.CURRENCY, LineField.BASIS, LineField.LINE_ID, LineField.NOTE);

    void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "UN data cube", null)) {
            // first what is filled in first; the lists that it refers to may follow
            Worksheet header = sheet(workbook, XlsxBody.HEADER_SHEET);
            List<Worksheet> sheets = breakdowns.stream()
                    .map(dimensions -> sheet(workbook, name(dimensions)))
                    .toList();
            writeHelp(sheet(workbook, XlsxBody.HELP_SHEET));
            ChoiceLists choices = new ChoiceLists(workbook, texts.language(), year);
            lists.forEach(choices::add);
            writeHeader(header, choices);
            for (int index = 0; index < sheets.size(); index++) {
                writeBreakdown(sheets.get(index), breakdowns.get(index), choices);
            }
        }
    }

    private Worksheet sheet(Workbook workbook, String name) {
        Worksheet sheet = workbook.newWorksheet(name);
        if (texts.isRightToLeft()) {
            sheet.rightToLeft();
        }
        return sheet;
    }

    private void writeHeader(Worksheet sheet, ChoiceLists choices) {
        sheet.value(0, 0, texts.text("title"));
        sheet.style(0, 0).bold().set();
        int row = 1;
        for (String name : StatedHeader.NAMES) {
            sheet.value(row, 0, name);
            sheet.style(row, 1).format(AS_TEXT).set();
            sheet.value(row, 2, texts.text(name));
            switch (name) {
                case "entity" -> choices.offer(Dimension.ENTITY, sheet.range(row, 1, row, 1));
                case "year" -> sheet.value(row, 1, Integer.toString(year));
                case "flow" -> sheet.value(row, 1, flow.code());
                default -> {
                    // for the sender to say
                }
            }
            row++;
        }
        sheet.width(0, WIDTH);
        sheet.width(1, WIDTH);
        sheet.width(2, WIDTH_OF_SENTENCES);
    }

    private void writeBreakdown(Worksheet sheet, DimensionSet dimensions, ChoiceLists choices) {
        List<LineField> columns = columns(dimensions);
        for (int column = 0; column < columns.size(); column++) {
            LineField field = columns.get(column);
            sheet.value(0, column, texts.text(field.spelling()));
            sheet.value(1, column, field.spelling());
            sheet.width(column, WIDTH);
            if (field != LineField.AMOUNT) {
                // a number loses the last zero of 8.10
                sheet.style(column).format(AS_TEXT).set();
            }
            if (field.isCode()) {
                choices.offer(Dimension.of(field.spelling()), sheet.range(HEADINGS, column, LAST_ROW, column));
            }
        }
        sheet.range(0, 0, 1, columns.size() - 1).style().bold().set();
        sheet.freezePane(0, HEADINGS);
    }

    private void writeHelp(Worksheet sheet) {
        sheet.value(0, 0, texts.text("help.title"));
        sheet.style(0, 0).bold().set();
        List<String> help = texts.help();
        for (int line = 0; line < help.size(); line++) {
            sheet.value(line + 1, 0, help.get(line));
        }
        sheet.width(0, WIDTH_OF_SENTENCES);
    }

    private static List<LineField> columns(DimensionSet dimensions) {
        List<LineField> columns = new ArrayList<>();
        for (Dimension dimension : dimensions.inOrder()) {
            columns.add(LineField.find(dimension.code()).orElseThrow());
            if (dimension == Dimension.SDG) {
                columns.add(LineField.SDGS);
            }
        }
        columns.addAll(ON_EVERY_LINE);
        return columns;
    }

    private static String name(DimensionSet dimensions) {
        // shorter than the 31 characters that a sheet's name may have, even with all dimensions
        return dimensions.size() > 2
                ? dimensions.inOrder().stream()
                        .map(dimension -> dimension.code().substring(0, 3))
                        .collect(Collectors.joining("-"))
                : dimensions.inOrder().stream().map(Dimension::code).collect(Collectors.joining("-"));
    }
}
