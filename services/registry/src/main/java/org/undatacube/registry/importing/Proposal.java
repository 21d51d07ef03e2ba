package org.undatacube.registry.importing;

import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.registry.listfile.ListColumn;

/**
 * What a file makes of a code.
 *
 * @param known the code as the list has it, or null where it is new
 * @param row where the file says so first
 * @param columns the file's own names for what a code has
 */
record Proposal(Code code, Code known, CsvTable.Row row, Map<ListColumn, String> columns) {

    /** The column in which the file says this of a code; that of the code itself where it does not say it. */
    String column(ListColumn meaning) {
        return columns.getOrDefault(meaning, columns.get(ListColumn.CODE));
    }

    boolean isNew() {
        return known == null;
    }

    boolean moves() {
        return !isNew() && !Place.of(code).equals(Place.of(known));
    }
}
