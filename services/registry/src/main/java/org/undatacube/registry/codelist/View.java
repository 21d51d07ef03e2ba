package org.undatacube.registry.codelist;

import java.util.Locale;
import java.util.stream.Stream;
import org.undatacube.http.Problem;

/** How the codes of a list are laid out. */
enum View {
    /** One after the other, in the list's order. */
    FLAT,
    /** Each with the codes below it. */
    TREE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem (400) where there is no such view */
    static View of(String code) {
        return code == null
                ? FLAT
                : Stream.of(values())
                        .filter(view -> view.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalidParameter(
                                "view",
                                code,
                                "There is no view " + code + ".",
                                Stream.of(values()).map(View::code).toList()));
    }
}
