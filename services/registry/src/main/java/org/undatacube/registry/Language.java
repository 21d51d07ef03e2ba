package org.undatacube.registry;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The six official languages of the United Nations, in the order of the alphabet of their English names. */
public enum Language {
    ARABIC("ar"),
    CHINESE("zh"),
    ENGLISH("en"),
    FRENCH("fr"),
    RUSSIAN("ru"),
    SPANISH("es");

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
}
