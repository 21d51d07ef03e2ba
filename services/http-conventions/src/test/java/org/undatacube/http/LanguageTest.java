package org.undatacube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | FRENCH",
                "fr-CH | FRENCH",
                "fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5 | FRENCH",
                "en;q=0.3, es-419;q=0.7 | SPANISH",
                "zh-Hant-TW | CHINESE",
                "AR-eg | ARABIC",
                "de, ru;q=0.1 | RUSSIAN",
                "fr;q=0, es;q=0.1 | SPANISH",
                "de | ENGLISH",
                "de, *;q=0.5 | ENGLISH"
            })
    void aReaderGetsTheLanguageThatHeLikesMostOfThoseThereAre(String acceptLanguage, Language expected) {
        assertEquals(Optional.of(expected), Language.wanted(null, acceptLanguage));
    }

    @Test
    void whoPrefersNoneGetsAll() {
        assertEquals(Optional.empty(), Language.wanted(null, null));
        assertEquals(Optional.empty(), Language.wanted(null, "*"));
        assertEquals(Optional.empty(), Language.wanted(null, "*, fr;q=0.5"));
        assertEquals(Optional.empty(), Language.wanted(null, "not; a header"));
        assertEquals(Optional.empty(), Language.wanted("*", "fr"));
    }

    @Test
    void theParameterCountsMoreThanTheHeader() {
        assertEquals(Optional.of(Language.SPANISH), Language.wanted("es", "fr"));
        assertEquals(Optional.of(Language.SPANISH), Language.wanted("es-MX", "fr"));
    }

    @Test
    void aLanguageThatThereIsNotIsRefused() {
        assertThrows(Problem.class, () -> Language.wanted("de", "fr"));
        assertThrows(Problem.class, () -> Language.wanted("", "fr"));
    }
}
