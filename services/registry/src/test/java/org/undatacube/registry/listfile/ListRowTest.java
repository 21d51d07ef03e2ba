package org.undatacube.registry.listfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.codelists.Code;

class ListRowTest {
    private static final Code KNOWN = new Code(
            "SE",
            "contributor",
            "C01",
            Map.of("en", "Sweden", "fr", "Suède", "es", "Suecia"),
            Map.of("en", "official", "fr", "cldr"),
            "A definition",
            "Notes",
            2010,
            2020,
            "NO",
            List.of(new Code.Alias("SIDA", "a file"), new Code.Alias("SWE", "ISO")),
            Map.of("country", "SE"));

    @Test
    void aColumnThatTheFileDoesNotHaveSaysNothing() {
        assertEquals(KNOWN, over(Map.of("code", "SE")));
    }

    @Test
    void anEmptyFieldSaysThatThereIsNone() {
        Map<String, String> empty = new HashMap<>();
        for (ListColumn column : ListColumn.values()) {
            empty.put(column.header(), "");
        }

        Code none = over(empty);

        assertEquals(ListRow.bare("SE", List.of()), none);
        assertNull(none.validTo());
    }

    @Test
    void aNameThatChangesIsNotFromWhereTheFormerOneWas() {
        Code renamed = over(Map.of("label_en", "Kingdom of Sweden", "label_fr", "Suède"));

        assertEquals(Map.of("en", "Kingdom of Sweden", "fr", "Suède", "es", "Suecia"), renamed.label());
        assertEquals(Map.of("fr", "cldr"), renamed.labelOrigin());
    }

    @Test
    void anOriginIsThatOfTheLanguageOrOfAllOthers() {
        Code said = over(Map.of("label_es", "", "label_origins", "en=official;es=official;*=translated"));

        assertEquals(Map.of("en", "official", "fr", "translated"), said.labelOrigin());
    }

    @Test
    void spellingsComeOnLinesWithOrWithoutTheirSource() {
        Code said = over(Map.of("aliases", "SIDA\n SWE\tISO 3166 \n\nSwedish Government\nSIDA"));

        assertEquals(
                List.of(
                        new Code.Alias("SIDA", "a file"),
                        new Code.Alias("SWE", "ISO 3166"),
                        new Code.Alias("Swedish Government", "the reason")),
                said.aliases());
    }

    @ParameterizedTest
    @CsvSource({
        "valid_from, 2024, true",
        "valid_from, '', true",
        "valid_from, 24, false",
        "valid_to, 2024-01-01, false",
        "code, '', false",
        "level, '', false",
        "label_en, '', false",
        "label_fr, '', true",
        "attributes, '', true",
        "attributes, a=1;b=, true",
        "attributes, a=1=2, true",
        "attributes, a, false",
        "attributes, =1, false",
        "attributes, a=1;a=2, false",
        "label_origins, en=official;*=cldr, true",
        "label_origins, de=official, false",
        "label_origins, en=somebody, false"
    })
    void whatCannotBeReadIsToldBeforeItIsRead(String column, String field, boolean sound) {
        assertEquals(sound, ListColumn.find(column).orElseThrow().fault(field).isEmpty());
    }

    private static Code over(Map<String, String> fields) {
        return new ListRow(column -> Optional.ofNullable(fields.get(column))).over(KNOWN, "the reason");
    }
}
