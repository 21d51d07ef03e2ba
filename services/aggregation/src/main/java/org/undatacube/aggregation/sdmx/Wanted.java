package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * Which codes of one dimension are wanted.
 *
 * @param total whether the dimension's total is, which is not to drill down by it
 * @param codes those that are named, with all below them; empty for all of the level at which the standard reports
 */
record Wanted(boolean total, Optional<List<Code>> codes) {
    static final Wanted ANY = new Wanted(true, Optional.empty());

    /** By level, as only codes of one level can be asked for at once. */
    Map<String, List<String>> byLevel() {
        Map<String, List<String>> byLevel = new LinkedHashMap<>();
        codes.orElse(List.of())
                .forEach(code -> byLevel.computeIfAbsent(code.level(), level -> new ArrayList<>())
                        .add(code.code()));
        return byLevel;
    }

    /** Those that are wanted here and there. */
    Wanted and(Wanted other) {
        if (codes.isEmpty() || other.codes.isEmpty()) {
            return new Wanted(total && other.total, codes.isEmpty() ? other.codes : codes);
        }
        List<Code> both =
                codes.get().stream().filter(other.codes.get()::contains).toList();
        return new Wanted(total && other.total, Optional.of(both));
    }

    boolean isNothing() {
        return !total && codes.isPresent() && codes.get().isEmpty();
    }

    /**
     * Whether a code can be in what is wanted.
     *
     * @param code null for the total
     * @param level that at which the standard reports
     */
    boolean allows(String code, CodeList list, String level) {
        if (code == null) {
            return total;
        }
        return codes.map(named -> named.stream().anyMatch(one -> one.code().equals(code)))
                .orElseGet(() -> list.find(code)
                        .map(one -> list.levels().indexOf(one.level())
                                <= list.levels().indexOf(level))
                        .orElse(true));
    }
}
