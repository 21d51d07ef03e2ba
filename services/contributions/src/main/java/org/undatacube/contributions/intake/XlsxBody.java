package org.undatacube.contributions.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.undatacube.contributions.intake.csv.StatedDialect;
import org.undatacube.contributions.intake.xlsx.CellReference;
import org.undatacube.contributions.intake.xlsx.CellValue;
import org.undatacube.contributions.intake.xlsx.Workbook;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;

/**
 * A submission as a workbook. The sheet Submission has what it says about itself, a name in the first column and its
 * value in the second; each other sheet that can be seen is a breakdown, whose name is the sheet's.
 */
public final class XlsxBody implements SubmissionBody {
    /** The sheet with what the submission says about itself. */
    public static final String HEADER_SHEET = "Submission";

    /** A sheet of the templates that only explains. */
    public static final String HELP_SHEET = "Help";

    private static final int LAST_ROW_OF_HEADER = 100;

    private final SpooledBody body;
    private final Workbook workbook;
    private final StatedHeader stated;
    private final StatedDialect dialect;
    private final boolean draft;

    /**
     * @param stated what it says about itself beside the body
     * @param dialect what is declared about amounts that are text
     * @param draft whether it may have no lines yet
     */
    XlsxBody(SpooledBody body, Workbook workbook, StatedHeader stated, StatedDialect dialect, boolean draft) {
        this.body = body;
        this.workbook = workbook;
        this.stated = stated;
        this.dialect = dialect;
        this.draft = draft;
    }

    @Override
    public SpooledBody source() {
        return body;
    }

    @Override
    public StatedHeader header(Findings findings) throws IOException {
        Map<String, String> values = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (Sheet sheet : workbook.sheets()) {
            if (is(HEADER_SHEET, sheet)) {
                workbook.read(sheet, row -> readHeader(row, sheet, values, places));
            }
        }
        return new StatedHeader(values, field -> places.getOrDefault(field, Place.ofField(field)))
                .with(stated, findings);
    }

    @Override
    public void lines(SubmissionJudge judge) throws IOException {
        NamedBreakdowns breakdowns = new NamedBreakdowns(judge);
        boolean any = false;
        for (Sheet sheet : lineSheets()) {
            SheetCells cells = new SheetCells(new WrittenValue(dialect.decimal(), judge.findings()));
            SheetLines lines = new SheetLines(sheet, breakdowns, cells, judge.findings());
            workbook.read(sheet, lines);
            any |= lines.finish();
        }
        if (!any && !draft) {
            judge.findings()
                    .add(
                            Rule.FIELD_MISSING,
                            Place.WHOLE,
                            null,
                            "No sheet has a column that is called amount.",
                            "a sheet for each breakdown, with a row of headings");
        }
    }

    @Override
    public void close() {
        workbook.close();
    }

    private List<Sheet> lineSheets() {
        return workbook.sheets().stream()
                .filter(sheet -> !is(HEADER_SHEET, sheet) && !is(HELP_SHEET, sheet))
                .toList();
    }

    private static boolean readHeader(Row row, Sheet sheet, Map<String, String> values, Map<String, Place> places) {
        String name = text(row, 0);
        String value = text(row, 1);
        if (StatedHeader.NAMES.contains(name) && value != null) {
            values.putIfAbsent(name, Choice.code(value));
            places.putIfAbsent(
                    name,
                    new Place((long) row.getRowNum(), name, CellReference.of(sheet.getName(), 1, row.getRowNum())));
        }
        return row.getRowNum() < LAST_ROW_OF_HEADER;
    }

    private static String text(Row row, int column) {
        CellValue value = CellValue.of(row.getOptionalCell(column).orElse(null));
        if (value instanceof CellValue.Text text) {
            return text.text().strip();
        }
        if (value instanceof CellValue.Numeric number) {
            return number.digits();
        }
        return value instanceof CellValue.Truth truth ? String.valueOf(truth.value()) : null;
    }

    private static boolean is(String name, Sheet sheet) {
        return sheet.getName().strip().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
}
