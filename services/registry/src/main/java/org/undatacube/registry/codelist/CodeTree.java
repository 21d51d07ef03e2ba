package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A code and all that is below it.
 *
 * @param passes whether it passes the filters itself; if not, it is there for the sake of one below it
 * @param children in the list's order
 */
public record CodeTree(@JsonUnwrapped Code code, boolean passes, List<CodeTree> children) {

    /** The tops of the trees that the passing codes make with all that is above them, in the list's order. */
    static List<CodeTree> of(CodeList list, List<Code> passing, Wording wording) {
        Set<String> passes = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (Code code : passing) {
            passes.add(code.code());
            list.path(code).forEach(step -> kept.add(step.code()));
        }
        Map<String, List<Code>> below = new HashMap<>();
        list.codes().stream()
                .filter(code -> kept.contains(code.code()))
                .forEach(code -> below.computeIfAbsent(code.parent(), parent -> new ArrayList<>())
                        .add(code));
        return under(null, below, passes, wording);
    }

    private static List<CodeTree> under(
            String parent, Map<String, List<Code>> below, Set<String> passes, Wording wording) {
        return below.getOrDefault(parent, List.of()).stream()
                .map(code -> new CodeTree(
                        wording.of(code), passes.contains(code.code()), under(code.code(), below, passes, wording)))
                .toList();
    }
}
