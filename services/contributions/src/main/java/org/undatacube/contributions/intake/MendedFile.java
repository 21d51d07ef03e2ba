package org.undatacube.contributions.intake;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.contributions.submission.RejectedLineExport;

/** A file of refused lines that comes back: it has columns of ours beside the sender's. */
final class MendedFile {
    static final List<String> OWN_COLUMNS = RejectedLineExport.OWN_COLUMNS;

    private MendedFile() {}

    /** Our columns must all be there: the sender's own files may well have one of these names. */
    static boolean isOne(List<String> columns) {
        return columns.containsAll(OWN_COLUMNS);
    }

    /**
     * The cells of a row without those in our columns.
     *
     * @param columns the names of all columns
     */
    static List<String> withoutOwn(List<String> columns, List<String> row) {
        List<String> sent = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            if (column >= columns.size() || !OWN_COLUMNS.contains(columns.get(column))) {
                sent.add(row.get(column));
            }
        }
        return sent;
    }
}
