package org.undatacube.registry.importing;

import java.util.List;
import org.undatacube.codelists.Code;

/** A file in one of the formats, being read row by row. */
interface ImportedFile {
    void accept(CsvTable.Row row);

    /** What the rows make of each code, in the order in which they came; to be asked once, at the end. */
    List<Proposal> proposals();

    /** Whether the file should have the code, as it has all others of its kind, and has it not. */
    boolean lacks(Code code);
}
