package org.undatacube.contributions.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.http.SpreadsheetText;

/** What the columns of a CSV file or a sheet mean, as its header says. */
final class Columns {
    static final String BREAKDOWN = "breakdown";
    private static final int NONE = -1;
    private static final FieldNames NAMES = names();

    /** By column; null where the column is not a field of a line. */
    private final List<LineField> fields = new ArrayList<>();

    private final List<String> names;
    private int breakdownColumn = NONE;

    /** Whether it is a file of refused lines that was mended. */
    private final boolean mended;

    /** Where a name of the header stands. */
    @FunctionalInterface
    interface Placing {
        Place of(int column, String name);
    }

    private Columns(List<String> names) {
        this.names = names;
        this.mended = MendedFile.isOne(names);
    }

    /** @param header the names; an empty one is a column that is not looked at where {@code gaps} are allowed */
    static Columns of(List<String> header, boolean gaps, Placing placing, Findings findings) {
        Columns columns = new Columns(header.stream().map(String::strip).toList());
        Set<String> seen = new HashSet<>();
        for (String name : columns.names) {
            Place place = placing.of(columns.count(), name);
            Optional<LineField> field = LineField.find(name);
            if (gaps && name.isEmpty()) {
                columns.fields.add(null);
                continue;
            }
            boolean own = columns.mended && MendedFile.OWN_COLUMNS.contains(name);
            if (field.isEmpty() && !name.equals(BREAKDOWN) && !own) {
                NAMES.reportUnknown(name, place, findings);
            } else if (!seen.add(name)) {
                NAMES.reportRepeated(name, place, findings);
            } else if (name.equals(BREAKDOWN)) {
                columns.breakdownColumn = columns.count();
            }
            columns.fields.add(field.orElse(null));
        }
        if (!columns.haveAmount()) {
            String amount = LineField.AMOUNT.spelling();
            findings.add(
                    Rule.FIELD_MISSING,
                    placing.of(columns.count(), amount),
                    null,
                    "No column is called amount; the rows were not looked at.",
                    amount);
        }
        return columns;
    }

    /** All names that a column may have. */
    static List<String> spellings() {
        return NAMES.names();
    }

    int count() {
        return fields.size();
    }

    boolean haveAmount() {
        return fields.contains(LineField.AMOUNT);
    }

    /** What a column gives; empty where it is not a field of a line. */
    Optional<LineField> field(int column) {
        return column < fields.size() ? Optional.ofNullable(fields.get(column)) : Optional.empty();
    }

    /** The column that names the breakdown that a row belongs to. */
    Optional<Integer> breakdown() {
        return breakdownColumn == NONE ? Optional.empty() : Optional.of(breakdownColumn);
    }

    /** The names of the columns that were sent. */
    List<String> sent() {
        return mended ? MendedFile.withoutOwn(names, names) : names;
    }

    /** The cells of a row in the columns that were sent. */
    List<String> sent(List<String> row) {
        return mended ? MendedFile.withoutOwn(names, row) : row;
    }

    /** What a cell says. */
    String cell(String written) {
        return mended ? SpreadsheetText.reveal(written) : written;
    }

    private static FieldNames names() {
        List<String> names = new ArrayList<>(LineField.spellings());
        names.add(BREAKDOWN);
        return new FieldNames("column", names);
    }
}
