package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** CEB's list of contributors. One code can have several names there, one after the other on rows of their own. */
final class ContributorFile implements ImportedFile {
    private static final String NAME = "NAME";
    private static final String CODE = "CEB CODE";
    private static final String TYPE = "CONTRIBUTOR TYPE";
    static final List<String> COLUMNS = List.of(NAME, CODE, TYPE);

    private static final String TYPE_NOT_ASSIGNED = "XX";

    private final CodeList current;
    private final Findings findings;
    private final Map<String, ImportedCode> codes = new LinkedHashMap<>();
    private final Map<String, String> codesByName = new HashMap<>();
    private final Spellings spellings;

    ContributorFile(CodeList current, Findings findings) {
        this.current = current;
        this.findings = findings;
        this.spellings = new Spellings(current);
    }

    @Override
    public void accept(CsvTable.Row row) {
        if (!findings.hasAll(row, NAME, CODE, TYPE)) {
            return;
        }
        Optional<String> type = type(row);
        if (type.isEmpty() || isTypeCode(row)) {
            return;
        }
        ImportedCode known = codes.get(row.field(CODE));
        if (known == null) {
            first(row, type.get());
        } else {
            repeat(known, row, type.get());
        }
        checkName(row);
    }

    @Override
    public List<Code> codes() {
        return codes.values().stream()
                .map(code -> code.toCode(current.find(code.code()).orElse(null), "CEB contributor list"))
                .toList();
    }

    private void first(CsvTable.Row row, String type) {
        String code = row.field(CODE);
        String name = row.field(NAME);
        ImportedCode contributor =
                new ImportedCode(code, "contributor", type, Map.of(), new ImportedCode.Name(name, row));
        codes.put(code, contributor);
        current.find(code)
                .map(Code::englishLabel)
                .filter(before -> !before.equals(name))
                .ifPresent(before -> alsoCalled(
                        contributor, new ImportedCode.Name(before, row), "This contributor was called " + before));
    }

    private void repeat(ImportedCode known, CsvTable.Row row, String type) {
        if (!known.parent().equals(type)) {
            findings.warn(
                    row,
                    TYPE,
                    "The contributor " + known.code() + " has the type " + known.parent()
                            + " on an earlier row; that one is kept.");
        }
        CsvTable.Row same = known.rowOf(row.field(NAME));
        if (same != null) {
            findings.note(row, NAME, "The code has this name already, by row " + same.line() + ".");
            return;
        }
        alsoCalled(
                known,
                new ImportedCode.Name(row.field(NAME), row),
                "On an earlier row this contributor is called "
                        + known.names().get(0).text());
    }

    private void alsoCalled(ImportedCode contributor, ImportedCode.Name other, String occasion) {
        Optional<String> taken = spellings.claim(other.text(), contributor.code());
        if (taken.isPresent()) {
            findings.warn(
                    other.row(),
                    NAME,
                    occasion + "; " + other.text() + " already means " + taken.get() + " and is not kept for "
                            + contributor.code() + " too.");
            return;
        }
        findings.warn(other.row(), NAME, occasion + "; " + other.text() + " is kept as another spelling.");
        contributor.alsoCalled(other);
    }

    private void checkName(CsvTable.Row row) {
        String other = codesByName.putIfAbsent(Spellings.fold(row.field(NAME)), row.field(CODE));
        if (other != null && !other.equals(row.field(CODE))) {
            findings.warn(row, NAME, "The code " + other + " has this name too.");
        }
    }

    private Optional<String> type(CsvTable.Row row) {
        String raw = row.field(TYPE);
        if (raw.toUpperCase(Locale.ROOT).equals(TYPE_NOT_ASSIGNED)) {
            findings.warn(row, TYPE, "CEB has not assigned a type; imported under " + TYPE_NOT_ASSIGNED + ".");
            return Optional.of(TYPE_NOT_ASSIGNED);
        }
        Optional<String> type =
                current.find(raw).filter(code -> code.level().equals("type")).map(Code::code);
        if (type.isEmpty()) {
            findings.reject(row, TYPE, "There is no contributor type " + raw + ".");
        }
        return type;
    }

    private boolean isTypeCode(CsvTable.Row row) {
        boolean isType = current.find(row.field(CODE))
                .filter(code -> code.level().equals("type"))
                .isPresent();
        if (isType) {
            findings.reject(row, CODE, "This is the code of a contributor type.");
        }
        return isType;
    }
}
