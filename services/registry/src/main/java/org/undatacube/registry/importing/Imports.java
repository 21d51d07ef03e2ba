package org.undatacube.registry.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;
import org.undatacube.registry.codelist.Change;
import org.undatacube.registry.codelist.CodeListWriter;
import org.undatacube.registry.codelist.CodeLists;
import org.undatacube.registry.codelist.Provenance;

/** Takes files into the lists, each whole or not at all. */
@ApplicationScoped
class Imports {
    private final CodeLists lists;
    private final CodeListWriter writer;

    Imports(CodeLists lists, CodeListWriter writer) {
        this.lists = lists;
        this.writer = writer;
    }

    /** @throws Problem (400) where the file cannot be read, (422) with findings where it may not come in */
    @Transactional
    ImportReport run(ImportFormat format, InputStream file, boolean dryRun, Provenance provenance) {
        CsvTable table = CsvTable.read(file, format.columns());
        writer.lock(format.list());
        CodeList current = lists.codeList(format.list());
        Findings findings = new Findings();
        String first = format.columns().get(0);
        ImportedFile imported = format.file(current, findings);
        for (CsvTable.Row row : table.rows()) {
            if (row.isTooLong()) {
                findings.reject(row, first, "The row has more fields than the header; is a comma not quoted?");
            } else if (row.isBlank()) {
                findings.note(row, first, "The row is blank.");
            } else {
                imported.accept(row);
            }
        }
        if (findings.hasRejects()) {
            throw new Problem(RegistryProblem.IMPORT_REJECTED, "The file was not imported; the findings say why.")
                    .with("findings", findings.all());
        }
        List<Code> codes = imported.codes();
        Change change = dryRun ? writer.preview(format.list(), codes) : writer.upsert(format.list(), codes, provenance);
        return ImportReport.of(format.list(), dryRun, change, codes.size(), findings.all());
    }
}
