package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A code of a list, and where it stands in it.
 *
 * @param list the list's identifier
 * @param version of the list
 * @param path the codes above it, top first
 * @param children the codes directly below it, in the list's order
 */
public record CodeView(
        String list, String version, @JsonUnwrapped Code code, List<Relative> path, List<Relative> children) {

    public record Relative(String code, String level, Map<String, String> label) {}

    static CodeView of(CodeList list, Code code, Wording wording) {
        List<Code> line = list.path(code);
        return new CodeView(
                list.id(),
                list.version(),
                wording.of(code),
                line.subList(0, line.size() - 1).stream()
                        .map(above -> relative(above, wording))
                        .toList(),
                list.codes().stream()
                        .filter(other -> code.code().equals(other.parent()))
                        .map(below -> relative(below, wording))
                        .toList());
    }

    private static Relative relative(Code code, Wording wording) {
        return new Relative(code.code(), code.level(), wording.of(code.label()));
    }
}
