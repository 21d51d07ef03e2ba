package org.undatacube.registry.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/** Which code each spelling of a list means: one spelling means one code, and a code means itself before all. */
final class Spellings {
    private final Map<String, String> codes = new HashMap<>();

    Spellings(CodeList list) {
        list.codes().forEach(code -> claim(code.code(), code.code()));
        list.codes().forEach(code -> code.aliases().forEach(alias -> claim(alias.alias(), code.code())));
        // the name of one code is no other spelling of another
        list.codes().forEach(code -> claim(code.englishLabel(), code.code()));
    }

    /** A spelling as it is compared, the way of {@link CodeList#resolve}. */
    static String fold(String raw) {
        return Wording.tidy(raw).toUpperCase(Locale.ROOT);
    }

    static boolean knows(Code code, String spelling) {
        return code.aliases().stream().anyMatch(alias -> fold(alias.alias()).equals(fold(spelling)));
    }

    /** Lets the spelling mean the code from now on, or answers the other code that it means already. */
    Optional<String> claim(String spelling, String code) {
        String owner = codes.putIfAbsent(fold(spelling), code);
        return Optional.ofNullable(owner).filter(other -> !other.equals(code));
    }
}
