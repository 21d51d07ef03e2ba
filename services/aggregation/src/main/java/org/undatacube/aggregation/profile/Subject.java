package org.undatacube.aggregation.profile;

import java.util.List;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/**
 * Who or what a profile is of.
 *
 * @param members the lists by which it is known
 */
record Subject(Kind kind, Code code, Members members) {
    private static final int SUGGESTIONS = 3;
    /** A longer text is nobody's slip of the pen, and comparing it with every code would take long. */
    private static final int LONGEST_CODE = 60;

    /** @throws Problem (404) where there is no such kind or, under any of its spellings, no such code */
    static Subject require(Kind kind, String text, Members members) {
        CodeList list = members.list(kind.dimension());
        return list.resolve(text).map(code -> new Subject(kind, code, members)).orElseThrow(() -> {
            List<String> nearest = text.length() > LONGEST_CODE
                    ? List.of()
                    : list.nearest(text, SUGGESTIONS).stream().map(Code::code).toList();
            return notFound(
                    "The list of " + list.id() + " has no such code.",
                    text,
                    "a code of the list " + list.id(),
                    nearest);
        });
    }

    /** @throws Problem (404) where there are no profiles of this kind */
    static Kind requireKind(String text) {
        return Kind.find(text)
                .orElseThrow(() -> notFound(
                        "There are no profiles of this kind; there are those of " + String.join(", ", Kind.codes())
                                + ".",
                        text,
                        Kind.codes(),
                        text.length() > LONGEST_CODE ? List.of() : NearestSpellings.find(Kind.codes(), text, 1)));
    }

    private static Problem notFound(String detail, String value, Object expected, List<String> nearest) {
        String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
        return Problem.notFound(detail + question)
                .with("value", value)
                .with("expected", expected)
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }

    /** The level on which it stands, as a question names it. */
    String drilldown() {
        return kind.dimension().code() + "." + code.level();
    }

    /** The lines that are coded with it or below it, as a question names them. */
    String cut() {
        return kind.dimension().code() + ":" + code.code();
    }

    /** Whether its list has a level below its own on which there are codes of it. */
    boolean hasParts() {
        return list().codes().stream().anyMatch(other -> code.code().equals(other.parent()));
    }

    /** The level below its own on which its parts stand. */
    String levelOfParts() {
        return list().codes().stream()
                .filter(other -> code.code().equals(other.parent()))
                .map(Code::level)
                .min((one, other) -> Integer.compare(
                        list().levels().indexOf(one), list().levels().indexOf(other)))
                .orElseThrow();
    }

    CodeList list() {
        return members.list(kind.dimension());
    }

    /** Whether a code stands beside it: on its level. */
    boolean isBeside(String other) {
        return list().find(other)
                .filter(found -> found.level().equals(code.level()))
                .isPresent();
    }

    /** Whether a code stands beside it under the same parent. */
    boolean isSibling(String other) {
        return code.parent() != null
                && list().find(other)
                        .filter(found -> code.parent().equals(found.parent())
                                && found.level().equals(code.level()))
                        .isPresent();
    }
}
