package org.undatacube.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource({
        "Türkiye, turkiye",
        "CÔTE D’IVOIRE, cote d'ivoire",
        "São Tomé, sao tome",
        "Åland Łódź Œuvre Straße, aland lodz oeuvre strasse",
        "İZMİR, izmir",
        "Бёрег Йемен, берег иемен",
        "تُرْكِيَا, تركيا",
        "أفغانستان, افغانستان",
        "العـــراق, العراق",
        "سورية, سوريه",
        "ＡＢＣ, abc",
        "法国, 法国"
    })
    void caseAndAccentsDoNotCount(String text, String expected) {
        assertEquals(expected, Folding.plain(text));
    }

    @ParameterizedTest
    @CsvSource({
        "UN-Habitat, unhabitat",
        "Côte d'Ivoire, cotedivoire",
        "8.1, 8.1",
        "'8,10', 8.10",
        "8 - 1, 8.1",
        "81, 81",
        "5.a, 5a",
        "(2030) Agenda, 2030agenda",
        "&, ''"
    })
    void lettersAndDigitsAreLeftAndWhatParted8From1(String text, String expected) {
        assertEquals(expected, Folding.lettersAndDigits(text));
    }
}
