package org.undatacube.registry.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.undatacube.codelists.CodeList;

/** The files of the CEB that can be imported as they are, and the list that each belongs to. */
enum ImportFormat {
    /** {@code DONORS.csv}. */
    CEB_DONORS("ceb-donors", "contributors", ContributorFile.COLUMNS, ContributorFile::new),
    /** {@code UN_INTER_AGENCY_POOLED_FUNDS.csv}. */
    CEB_POOLED_FUNDS("ceb-pooled-funds", "instruments", FundFile.POOLED.columns(), FundFile::pooled),
    /** {@code THEMATIC_FUNDS.csv}. */
    CEB_THEMATIC_FUNDS("ceb-thematic-funds", "instruments", FundFile.THEMATIC.columns(), FundFile::thematic);

    private final String code;
    private final String list;
    private final List<String> columns;
    private final BiFunction<CodeList, Findings, ImportedFile> file;

    ImportFormat(String code, String list, List<String> columns, BiFunction<CodeList, Findings, ImportedFile> file) {
        this.code = code;
        this.list = list;
        this.columns = columns;
        this.file = file;
    }

    String list() {
        return list;
    }

    List<String> columns() {
        return columns;
    }

    ImportedFile file(CodeList current, Findings findings) {
        return file.apply(current, findings);
    }

    static Optional<ImportFormat> find(String code) {
        return Stream.of(values()).filter(format -> format.code.equals(code)).findFirst();
    }

    /** The formats that a list takes. */
    static List<String> codes(String list) {
        return Stream.of(values())
                .filter(format -> format.list.equals(list))
                .map(format -> format.code)
                .toList();
    }
}
