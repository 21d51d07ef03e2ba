package org.undatacube.registry.codelist;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;

/**
 * Which codes of a list are asked for; null where it does not matter.
 *
 * @param validIn codes that may be reported in this year
 * @param parent codes directly below this one
 * @param text codes that have this in their code, a label or an alias, in upper or lower case
 */
record CodeFilter(Integer validIn, String parent, String level, String text) {

    /** @throws Problem (400) naming the parameter, the value and what would be right */
    static CodeFilter of(CodeList list, String validIn, String parent, String level, String text) {
        if (level != null && !list.levels().contains(level)) {
            throw Problem.invalidParameter(
                    "level", level, "The list " + list.id() + " has no level " + level + ".", list.levels());
        }
        if (parent != null && list.find(parent).isEmpty()) {
            throw Problem.invalidParameter(
                    "parent",
                    parent,
                    "The list " + list.id() + " has no code " + parent + ".",
                    CodeLists.nearest(list, parent));
        }
        return new CodeFilter(year(validIn), parent, level, text == null ? null : text.toLowerCase(Locale.ROOT));
    }

    private static Integer year(String raw) {
        if (raw == null) {
            return null;
        }
        if (!raw.matches("[12]\\d{3}")) {
            throw Problem.invalidParameter("validIn", raw, raw + " is not a year.", "a year, e.g. 2024");
        }
        return Integer.valueOf(raw);
    }

    List<Code> filter(List<Code> codes) {
        return codes.stream()
                .filter(code -> validIn == null || code.isValidIn(validIn))
                .filter(code -> parent == null || parent.equals(code.parent()))
                .filter(code -> level == null || level.equals(code.level()))
                .filter(code -> text == null || mentions(code))
                .toList();
    }

    private boolean mentions(Code code) {
        return Stream.of(
                        Stream.of(code.code()),
                        code.label().values().stream(),
                        code.aliases().stream().map(Code.Alias::alias))
                .flatMap(spellings -> spellings)
                .anyMatch(spelling -> spelling.toLowerCase(Locale.ROOT).contains(text));
    }
}
