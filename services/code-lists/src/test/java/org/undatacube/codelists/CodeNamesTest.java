package org.undatacube.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeNamesTest {
    private static final CodeNames PLACES = new CodeNames(List.of(
            place("TR", Map.of("en", "Türkiye", "fr", "Türkiye", "ar", "تركيا"), "Turkey"),
            place("CI", Map.of("en", "Côte d’Ivoire", "ru", "Кот-д’Ивуар"), "Ivory Coast"),
            place("GE", Map.of("en", "Georgia"), "Sakartvelo"),
            place("GS", Map.of("en", "South Georgia", "es", "Georgia"), "SGS")));

    @ParameterizedTest
    @ValueSource(strings = {"Türkiye", "TURKIYE", " turkiye ", "Turkey", "تركيا"})
    void findsANameInAnyLanguageWithOrWithoutAccents(String name) {
        assertEquals(Optional.of("TR"), PLACES.find(name).map(Code::code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cote d'Ivoire", "CÔTE  D’IVOIRE", "кот-д'ивуар"})
    void seesNoDifferenceInApostrophesAndBlanks(String name) {
        assertEquals(Optional.of("CI"), PLACES.find(name).map(Code::code));
    }

    @Test
    void takesNoNameThatTwoCodesHave() {
        assertEquals(Optional.empty(), PLACES.find("Georgia"));
        assertEquals(Optional.of("GE"), PLACES.find("sakartvelo").map(Code::code));
        assertEquals(Optional.empty(), PLACES.find("Atlantis"));
    }

    private static Code place(String code, Map<String, String> label, String alias) {
        return new Code(
                code,
                "country",
                null,
                label,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(new Code.Alias(alias, "test")),
                Map.of());
    }
}
