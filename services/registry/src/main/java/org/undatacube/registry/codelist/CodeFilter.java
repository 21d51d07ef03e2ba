package org.undatacube.registry.codelist;

import java.util.List;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.Problem;
import org.undatacube.registry.Folding;

/**
 * Which codes of a list are asked for; null where it does not matter.
 *
 * @param validIn codes that may be reported in this year
 * @param parent codes directly below this one
 * @param below codes at any depth below this one
 * @param text codes that have this in their code, a label or an alias, in upper or lower case, with accents or without
 */
record CodeFilter(Integer validIn, String parent, String below, String level, String text) {

    CodeFilter {
        text = text == null ? null : Folding.plain(text);
    }

    /** @throws Problem (400) naming the parameter, the value and what would be right */
    static CodeFilter of(CodeList list, String validIn, String parent, String below, String level, String text) {
        CodeLists.requireLevel(list, level);
        requireCode(list, "parent", parent);
        requireCode(list, "below", below);
        return new CodeFilter(year(validIn), parent, below, level, text);
    }

    private static void requireCode(CodeList list, String parameter, String code) {
        if (code != null && list.find(code).isEmpty()) {
            throw Problem.invalidParameter(
                    parameter,
                    code,
                    "The list " + list.id() + " has no code " + code + ".",
                    CodeLists.nearest(list, code));
        }
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

    /** Those that pass, in the list's order. */
    List<Code> filter(CodeList list) {
        return list.codes().stream()
                .filter(code -> validIn == null || code.isValidIn(validIn))
                .filter(code -> parent == null || parent.equals(code.parent()))
                .filter(code -> level == null || level.equals(code.level()))
                .filter(code -> below == null || isBelow(list, code))
                .filter(code -> text == null || mentions(code))
                .toList();
    }

    private boolean isBelow(CodeList list, Code code) {
        return !code.code().equals(below)
                && list.path(code).stream().anyMatch(step -> step.code().equals(below));
    }

    private boolean mentions(Code code) {
        return Stream.of(
                        Stream.of(code.code()),
                        code.label().values().stream(),
                        code.aliases().stream().map(Code.Alias::alias))
                .flatMap(spellings -> spellings)
                .anyMatch(spelling -> Folding.plain(spelling).contains(text));
    }
}
