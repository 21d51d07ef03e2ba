package org.undatacube.contributions.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.contributions.submission.SpreadsheetText;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;

/** What the columns of a CSV file mean, as its header says. */
final class CsvColumns {
    static final String BREAKDOWN = "breakdown";
    private static final long HEADER_ROW = 1;
    private static final int NONE = -1;
    private static final FieldNames NAMES = expectedNames();

    /** By column; null where the column is not a field of a line. */
    private final List<LineField> fields = new ArrayList<>();

    private final List<String> names = new ArrayList<>();
    private int breakdownColumn = NONE;

    /** Whether it is a file of refused lines that was mended. */
    private boolean mended;

    private CsvColumns() {}

    static CsvColumns of(CsvRecord header, Findings findings) {
        CsvColumns columns = new CsvColumns();
        Set<String> seen = new HashSet<>();
        List<String> names = header.getFields().stream().map(String::strip).toList();
        columns.mended = MendedFile.isOne(names);
        for (String name : names) {
            Place place = new Place(HEADER_ROW, name, null);
            Optional<LineField> field = LineField.find(name);
            boolean own = columns.mended && MendedFile.OWN_COLUMNS.contains(name);
            if (field.isEmpty() && !name.equals(BREAKDOWN) && !own) {
                NAMES.reportUnknown(name, place, findings);
            } else if (!seen.add(name)) {
                NAMES.reportRepeated(name, place, findings);
            } else if (name.equals(BREAKDOWN)) {
                columns.breakdownColumn = columns.count();
            }
            columns.fields.add(field.orElse(null));
            columns.names.add(name);
        }
        if (!columns.haveAmount()) {
            String amount = LineField.AMOUNT.spelling();
            Place place = new Place(HEADER_ROW, amount, null);
            findings.add(
                    Rule.FIELD_MISSING,
                    place,
                    null,
                    "No column is called amount; the rows were not looked at.",
                    amount);
        }
        return columns;
    }

    int count() {
        return fields.size();
    }

    boolean haveAmount() {
        return fields.contains(LineField.AMOUNT);
    }

    /** The name of the breakdown that a row belongs to; one without a name where there is no such column. */
    String breakdown(CsvRecord row) {
        return breakdownColumn == NONE || breakdownColumn >= row.getFieldCount()
                ? ""
                : cell(row, breakdownColumn).strip();
    }

    StatedLine line(CsvRecord row) {
        StatedLine line = StatedLine.ofCsv(row.getStartingLineNumber());
        for (int column = 0; column < fields.size(); column++) {
            LineField field = fields.get(column);
            if (field != null) {
                line.state(field, cell(row, column));
            }
        }
        return line;
    }

    /** A row of which nothing is known but its cells. */
    StatedLine unreadableLine(CsvRecord row) {
        return StatedLine.ofCsv(row.getStartingLineNumber())
                .sentAs(mended ? MendedFile.withoutOwn(names, row.getFields()) : row.getFields());
    }

    /** The names of the columns that were sent. */
    List<String> sent() {
        return mended ? MendedFile.withoutOwn(names, names) : List.copyOf(names);
    }

    private String cell(CsvRecord row, int column) {
        String cell = row.getField(column);
        return mended ? SpreadsheetText.reveal(cell) : cell;
    }

    private static FieldNames expectedNames() {
        List<String> names = new ArrayList<>(LineField.spellings());
        names.add(BREAKDOWN);
        return new FieldNames("column", names);
    }
}
