package org.undatacube.codelists;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Codes by their names in all languages and by their aliases, with or without accents and whatever the case. */
public final class CodeNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u202F]+");

    /** By folded name; empty where several codes have it. */
    private final Map<String, Optional<Code>> byName = new HashMap<>();

    public CodeNames(Collection<Code> codes) {
        for (Code code : codes) {
            code.label().values().forEach(name -> add(name, code));
            code.aliases().forEach(alias -> add(alias.alias(), code));
        }
    }

    /** The one code that has the name; none where several have it, as nobody can tell which is meant. */
    public Optional<Code> find(String name) {
        return byName.getOrDefault(fold(name), Optional.empty());
    }

    private void add(String name, Code code) {
        byName.merge(fold(name), Optional.of(code), (known, other) -> known.equals(other) ? known : Optional.empty());
    }

    private static String fold(String name) {
        String letters =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(letters.replace('\u2019', '\'').strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
    }
}
