package org.undatacube.registry.codelist;

import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.http.Language;

/**
 * In which language a reader gets names. Where there is none in the language, the English one stands for it, so that
 * nothing is without a name.
 *
 * @param language null for all
 */
public record Wording(Language language) {

    public static Wording of(Optional<Language> wanted) {
        return new Wording(wanted.orElse(null));
    }

    /** The code with the names of this language only. */
    Code of(Code code) {
        return language == null
                ? code
                : new Code(
                        code.code(),
                        code.level(),
                        code.parent(),
                        of(code.label()),
                        origins(code),
                        code.definition(),
                        code.notes(),
                        code.validFrom(),
                        code.validTo(),
                        code.supersededBy(),
                        code.aliases(),
                        code.attributes());
    }

    /** Of names by language, those of this language only. */
    Map<String, String> of(Map<String, String> names) {
        if (language == null || names.isEmpty()) {
            return names;
        }
        String used = used(names);
        return Map.of(used, names.get(used));
    }

    /** The one name by which to call something. */
    public String name(Map<String, String> names) {
        return names.get(used(names));
    }

    private Map<String, String> origins(Code code) {
        String used = used(code.label());
        String origin = code.labelOrigin().get(used);
        return origin == null ? Map.of() : Map.of(used, origin);
    }

    private String used(Map<String, String> names) {
        boolean there = language != null && names.containsKey(language.code());
        return there ? language.code() : Language.ENGLISH.code();
    }
}
