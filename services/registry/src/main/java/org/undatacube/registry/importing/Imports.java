package org.undatacube.registry.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.codelists.Code;
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

    /**
     * What to do with a file.
     *
     * @param dryRun whether only to say what would be
     * @param retireAbsent the last year of the codes that the file should have and has not; null to leave them alone
     */
    record Order(String list, ImportFormat format, boolean dryRun, Integer retireAbsent, Provenance provenance) {}

    /** @throws Problem (400) where the file cannot be read, (422) with findings where it may not come in */
    @Transactional
    ImportReport run(Order order, InputStream file) {
        CsvTable table = CsvTable.read(
                text(file), order.format().columns(), order.format().knowsAllColumns());
        writer.lock(order.list());
        Reading reading = Reading.of(
                table,
                order.format(),
                lists.codeList(order.list()),
                order.provenance().reason());
        List<Code> codes = new ArrayList<>(reading.codes());
        if (order.retireAbsent() != null) {
            codes.addAll(retired(reading.absent(), order.retireAbsent()));
        }
        if (order.dryRun()) {
            return ImportReport.of(order.format(), true, reading, writer.preview(order.list(), codes));
        }
        if (reading.findings().hasRejects()) {
            throw new Problem(RegistryProblem.IMPORT_REJECTED, "The file was not imported; the findings say why.")
                    .with("findings", reading.findings().all());
        }
        Change change = writer.upsert(order.list(), codes, order.provenance());
        return ImportReport.of(order.format(), false, reading, change);
    }

    private static String text(InputStream file) {
        try {
            return FileText.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Code> retired(List<Code> codes, int lastYear) {
        return codes.stream().map(code -> retired(code, lastYear)).toList();
    }

    private static Code retired(Code code, int lastYear) {
        if (code.validFrom() != null && code.validFrom() > lastYear) {
            throw Problem.invalidParameter(
                    "retireAbsent",
                    lastYear,
                    "The file does not have " + code.code() + ", which may be reported from " + code.validFrom()
                            + " only.",
                    code.validFrom() + " or later");
        }
        return new Code(
                code.code(),
                code.level(),
                code.parent(),
                code.label(),
                code.labelOrigin(),
                code.definition(),
                code.notes(),
                code.validFrom(),
                lastYear,
                code.supersededBy(),
                code.aliases(),
                code.attributes());
    }
}
