package org.undatacube.registry.resolving;

import java.util.Locale;
import java.util.stream.Stream;
import org.undatacube.codelists.Code;

/**
 * One way in which a code is written.
 *
 * @param language of a name; null for a code and for an alias
 */
record Spelling(Code code, Kind kind, String text, String language) {

    enum Kind {
        CODE,
        ALIAS,
        NAME
    }

    static Stream<Spelling> of(Code code) {
        return Stream.of(
                        Stream.of(new Spelling(code, Kind.CODE, code.code(), null)),
                        code.aliases().stream().map(alias -> new Spelling(code, Kind.ALIAS, alias.alias(), null)),
                        code.label().entrySet().stream()
                                .map(label -> new Spelling(code, Kind.NAME, label.getValue(), label.getKey())))
                .flatMap(spellings -> spellings);
    }

    /** A text as it is compared in submissions: without surrounding blanks, whatever its case. */
    static String caseless(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    /** @param level null where it does not matter */
    boolean isOn(String level) {
        return level == null || level.equals(code.level());
    }

    boolean isCode(String value) {
        return kind == Kind.CODE && text.equals(value);
    }

    /** What a value means that has the same letters and digits. */
    Meaning meaningOf(String value) {
        boolean asWritten = isCode(value) || (kind != Kind.CODE && text.equals(value.strip()));
        Match match = switch (kind) {
            case CODE -> asWritten ? Match.CODE : Match.CODE_CASE;
            case ALIAS -> Match.ALIAS;
            case NAME -> asWritten ? Match.NAME : Match.NAME_FOLDED;
        };
        return new Meaning(code, match, language, asWritten ? Confidence.AS_WRITTEN : Confidence.AS_READ);
    }
}
