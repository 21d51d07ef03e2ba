package org.undatacube.registry.importing;

import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A file as it was understood.
 *
 * @param current the list as it is
 * @param codes what may come in
 * @param absent the codes, not retired, that the file does not have although it has all others of their kind
 */
record Reading(CodeList current, List<Code> codes, List<Code> absent, Findings findings) {

    /** @param source where those spellings were met of which the file does not say it */
    static Reading of(CsvTable table, ImportFormat format, CodeList current, String source) {
        Findings findings = new Findings();
        ImportedFile file = format.open(current, findings, source);
        TextCheck text = new TextCheck(format.freeText(), findings);
        String first = format.columns().get(0).name();
        for (CsvTable.Row row : table.rows()) {
            if (row.isBlank()) {
                findings.note(row, first, "The row is blank.");
            } else if (row.surplus() > 0) {
                findings.reject(row, first, "The row has more fields than the header; is a comma not quoted?");
            } else if (row.surplus() < 0) {
                findings.reject(row, first, "The row has fewer fields than the header; is a line break not quoted?");
            } else {
                text.check(row);
                file.accept(row);
            }
        }
        Proposals proposals = new Proposals(current, file.proposals());
        new HierarchyCheck(proposals, findings).check();
        new NameCheck(proposals, findings).check();
        new SpellingCheck(proposals, findings).check();
        new ValidityCheck(proposals, findings).check();
        List<Code> absent = current.codes().stream()
                .filter(code -> code.validTo() == null)
                .filter(file::lacks)
                .toList();
        return new Reading(current, proposals.without(findings.rejectedRows()), absent, findings);
    }
}
