package org.undatacube.registry.importing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.listfile.ListColumn;

/** One of CEB's files that has a row for each code, or several: one code can have several names. */
final class CebFile implements ImportedFile {
    private final CebLayout layout;
    private final CodeList current;
    private final Findings findings;
    private final Spellings spellings;
    private final TrailingZeros zeros;
    private final String codeColumn;
    private final String nameColumn;
    private final Map<String, ImportedCode> codes = new LinkedHashMap<>();
    private final Set<String> mentioned = new HashSet<>();

    CebFile(CebLayout layout, CodeList current, Findings findings) {
        this.layout = layout;
        this.current = current;
        this.findings = findings;
        this.spellings = new Spellings(current);
        this.zeros = new TrailingZeros(current, findings);
        this.codeColumn = layout.columns().get(ListColumn.CODE);
        this.nameColumn = layout.columns().get(ListColumn.LABEL_EN);
    }

    @Override
    public void accept(CsvTable.Row row) {
        if (!findings.hasAll(row, codeColumn)) {
            return;
        }
        String code = zeros.restore(row, codeColumn, row.field(nameColumn));
        mentioned.add(code);
        Optional<Place> place = layout.placing().place(row, code, current, findings);
        if (place.isEmpty() || !findings.hasAll(row, nameColumn) || isOfAnotherKind(row, code)) {
            return;
        }
        ImportedCode imported = codes.get(code);
        if (imported == null) {
            first(row, code, place.get());
        } else {
            repeat(imported, row, place.get());
        }
        synonym(codes.get(code), row);
    }

    @Override
    public List<Proposal> proposals() {
        return codes.values().stream()
                .map(imported -> new Proposal(
                        imported.toCode(),
                        current.find(imported.code()).orElse(null),
                        imported.row(),
                        layout.columns()))
                .toList();
    }

    @Override
    public boolean lacks(Code code) {
        return layout.levels().contains(code.level()) && !mentioned.contains(code.code());
    }

    private boolean isOfAnotherKind(CsvTable.Row row, String code) {
        Optional<String> level = current.find(code)
                .map(Code::level)
                .filter(known -> !layout.levels().contains(known));
        level.ifPresent(known -> findings.reject(
                row,
                codeColumn,
                "In the list this is a code on the level " + known + ", which is not in this file.",
                "another code"));
        return level.isPresent();
    }

    private void first(CsvTable.Row row, String code, Place place) {
        Code known = current.find(code).orElse(null);
        ImportedCode imported = new ImportedCode(code, standing(row, place, known), known, row);
        codes.put(code, imported);
        imported.nameOf(row, row.field(nameColumn));
        String name = name(row, place);
        if (known == null) {
            imported.callIt(name);
        } else {
            rename(imported, row, name);
        }
        if (layout.columns().containsKey(ListColumn.DEFINITION)) {
            imported.defineAs(row.field(layout.columns().get(ListColumn.DEFINITION)));
        }
        imported.has(layout.attributes(row));
    }

    /** Where the list has another authority than the CEB, what is known stays where it is. */
    private Place standing(CsvTable.Row row, Place place, Code known) {
        if (known == null || layout.authority() == null || place.equals(Place.of(known))) {
            return place;
        }
        findings.warn(
                row,
                layout.columns().get(ListColumn.PARENT),
                "The file puts " + known.code() + " under "
                        + (known.code().equals(place.parent()) ? "itself" : place.parent()) + "; by "
                        + layout.authority()
                        + " it stands under " + known.parent() + ", and stays there.",
                known.parent());
        return Place.of(known);
    }

    /** The name of the code or, where that is the name of its group, what tells it apart from the others there. */
    private String name(CsvTable.Row row, Place place) {
        String name = row.field(nameColumn);
        String definition = row.field(layout.columns().getOrDefault(ListColumn.DEFINITION, ""));
        boolean isOfGroup = place.parent() != null
                && current.find(place.parent())
                        .filter(group -> Wording.isSame(group.englishLabel(), name))
                        .isPresent();
        if (!isOfGroup || definition.isEmpty()) {
            return name;
        }
        findings.warn(
                row,
                nameColumn,
                "This is the name of " + place.parent()
                        + ", to which the code belongs; it is called by its definition.",
                definition);
        return definition;
    }

    private void rename(ImportedCode imported, CsvTable.Row row, String name) {
        String before = imported.label();
        if (Wording.tidy(before).equals(name)) {
            return;
        }
        if (layout.authority() != null) {
            if (!Wording.isSame(before, name)) {
                findings.note(
                        row,
                        nameColumn,
                        "The wording of " + layout.authority() + " stays: " + quoted(before) + ".",
                        before);
            }
            return;
        }
        if (Spellings.knows(current.find(imported.code()).orElseThrow(), name)) {
            findings.note(
                    row,
                    nameColumn,
                    "The list calls " + imported.code() + " " + quoted(before)
                            + ", and knows this as another spelling.",
                    before);
            return;
        }
        imported.callIt(name);
        alsoCalled(imported, row, before, imported.code() + " was called " + quoted(before));
    }

    private void repeat(ImportedCode imported, CsvTable.Row row, Place place) {
        long first = imported.row().line();
        if (!imported.place().equals(place) && layout.authority() == null) {
            findings.warn(
                    row,
                    layout.columns().getOrDefault(ListColumn.PARENT, codeColumn),
                    "On row " + first + " the code " + imported.code() + " is a " + imported.place()
                            + "; that one is kept.",
                    imported.place().parent());
        }
        String name = row.field(nameColumn);
        CsvTable.Row same = imported.nameOf(row, name);
        if (same != null) {
            findings.warn(row, codeColumn, "Row " + same.line() + " has the same code and name.");
        } else if (layout.authority() != null) {
            findings.warn(row, nameColumn, "On row " + first + " the code has another name; that one is kept.");
        } else {
            alsoCalled(
                    imported,
                    row,
                    name,
                    "On row " + first + " the code " + imported.code() + " is called "
                            + quoted(imported.row().field(nameColumn)));
        }
    }

    private void alsoCalled(ImportedCode imported, CsvTable.Row row, String name, String occasion) {
        Optional<String> taken = spellings.claim(name, imported.code());
        if (taken.isPresent()) {
            findings.warn(
                    row,
                    nameColumn,
                    occasion + "; " + quoted(name) + " already means " + taken.get() + " and is not kept for "
                            + imported.code() + " too.");
        } else {
            findings.warn(row, nameColumn, occasion + "; " + quoted(name) + " is kept as another spelling.");
            imported.alsoCalled(new Code.Alias(name, layout.source()));
        }
    }

    private void synonym(ImportedCode imported, CsvTable.Row row) {
        String column = layout.columns().get(ListColumn.ALIASES);
        String synonym = column == null ? "" : row.field(column);
        if (synonym.isEmpty()) {
            return;
        }
        Optional<String> taken = spellings.claim(synonym, imported.code());
        if (taken.isPresent()) {
            findings.warn(
                    row,
                    column,
                    synonym + " already means " + taken.get() + " and is not kept for " + imported.code() + " too.");
        } else {
            imported.alsoCalled(new Code.Alias(synonym, layout.source() + ", " + column));
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
