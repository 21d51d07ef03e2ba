package org.undatacube.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;

/** The six official languages of the United Nations, in the order of the alphabet of their English names. */
public enum Language {
    ARABIC("ar"),
    CHINESE("zh"),
    ENGLISH("en"),
    FRENCH("fr"),
    RUSSIAN("ru"),
    SPANISH("es");

    private static final String ANY = "*";

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Language::code).toList();
    }

    /**
     * The language in which a reader wants names; empty where all are wanted.
     *
     * @param lang a language, with or without its region, or {@code *} for all; null where it was not said
     * @param acceptLanguage the header of this name, which counts where {@code lang} was not said; null where there is
     *     none
     * @throws Problem (400) where {@code lang} is none of the six
     */
    public static Optional<Language> wanted(String lang, String acceptLanguage) {
        if (lang == null) {
            return accepted(acceptLanguage);
        }
        if (lang.equals(ANY)) {
            return Optional.empty();
        }
        Locale asked = Locale.forLanguageTag(lang);
        return Optional.of(find(asked)
                .orElseThrow(() -> Problem.invalidParameter(
                        "lang",
                        lang,
                        "There are no names in the language " + lang + ".",
                        Stream.concat(codes().stream(), Stream.of(ANY)).toList())));
    }

    /**
     * Lookup as in RFC 4647: English where none of the six is accepted, all where nothing is preferred to anything.
     *
     * @param acceptLanguage null where there is no such header
     */
    public static Optional<Language> accepted(String acceptLanguage) {
        List<LanguageRange> ranges = parsed(acceptLanguage);
        if (ranges.isEmpty() || ranges.get(0).getRange().equals(ANY)) {
            return Optional.empty();
        }
        List<Locale> offered = Stream.of(values()).map(Language::locale).toList();
        Locale best = Locale.lookup(ranges, offered);
        return Optional.of(best == null ? ENGLISH : find(best).orElse(ENGLISH));
    }

    /** In the order of preference; none where the header is missing or is not one, which is no reason to refuse it. */
    private static List<LanguageRange> parsed(String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }

    /** @param code ISO 639-1 */
    public static Optional<Language> find(String code) {
        return Stream.of(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    private static Optional<Language> find(Locale locale) {
        return Stream.of(values())
                .filter(language -> language.code.equals(locale.getLanguage()))
                .findFirst();
    }
}
