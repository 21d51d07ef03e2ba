package org.undatacube.aggregation.query;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;

/** Reads the codes of a cut, among them ranges: {@code 5..8} is all from 5 to 8 that stand on their level. */
final class CodesReader {
    static final int MOST_CODES = 1_000;

    private static final int SUGGESTIONS = 3;

    private final Dimension dimension;
    private final Members members;
    private final CodeList list;

    CodesReader(Dimension dimension, Members members) {
        this.dimension = dimension;
        this.members = members;
        this.list = members.list(dimension);
    }

    /** A cut names one code at least and not more than can be looked up in good time. */
    static void requireSome(CutParts cut) {
        if (cut.members().isEmpty()) {
            throw cut.whole().wrong("The cut names no codes.", "at least one code");
        }
        requireFew(cut, cut.members().size());
    }

    private static void requireFew(CutParts cut, int count) {
        if (count > MOST_CODES) {
            throw cut.whole()
                    .wrong(
                            "The cut names " + count + " codes; it can name " + MOST_CODES
                                    + ". Cut by codes on a higher level instead.",
                            "at most " + MOST_CODES + " codes");
        }
    }

    /** @param level on which each code must stand */
    List<String> read(CutParts cut, Optional<String> level) {
        requireSome(cut);
        Set<String> codes = new HashSet<>();
        for (Item item : cut.members()) {
            codes.addAll(read(item, level));
            requireFew(cut, codes.size());
        }
        return List.copyOf(codes);
    }

    private List<String> read(Item item, Optional<String> level) {
        int dots = item.text().indexOf(YearRange.TO);
        if (dots < 0 || list.resolve(item.text()).isPresent()) {
            return List.of(code(item, level).code());
        }
        Code first = code(item.part(0, dots), level);
        Code last = code(item.after(dots + YearRange.TO.length()), level);
        if (!first.level().equals(last.level())) {
            throw item.wrong(
                    first.code() + " stands on the level " + first.level() + ", " + last.code() + " on " + last.level()
                            + ".",
                    "two codes on one level");
        }
        List<String> ofLevel = members.codesOn(dimension, first.level());
        int from = ofLevel.indexOf(first.code());
        int to = ofLevel.indexOf(last.code());
        if (from > to) {
            throw item.wrong(
                    first.code() + " comes after " + last.code() + " in the list of " + list.id() + ".",
                    last.code() + YearRange.TO + first.code());
        }
        return ofLevel.subList(from, to + 1);
    }

    private Code code(Item item, Optional<String> level) {
        Code code = list.resolve(item.text()).orElseThrow(() -> {
            List<String> nearest = item.mayBeMisspelt()
                    ? list.nearest(item.text(), SUGGESTIONS).stream()
                            .map(Code::code)
                            .toList()
                    : List.of();
            String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
            return item.wrong(
                            "The list of " + list.id() + " has no code \"" + item.shown() + "\"." + question,
                            "a code of the list " + list.id())
                    .with("nearest", nearest.isEmpty() ? null : nearest);
        });
        if (level.isPresent() && !code.level().equals(level.get())) {
            throw item.wrong(
                    code.code() + " stands on the level " + code.level() + ", not " + level.get() + ".",
                    dimension.code() + ":" + code.level() + ":" + code.code());
        }
        return code;
    }
}
