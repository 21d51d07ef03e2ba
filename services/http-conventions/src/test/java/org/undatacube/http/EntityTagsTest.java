package org.undatacube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"a\" | true",
                "W/\"a\" | true",
                "\"b\", W/\"a\" | true",
                "\"b\",\"a\" | true",
                "* | true",
                "\"b\" | false",
                "\"b,a\" | false",
                "\"*\" | false",
                "a | false",
                "'' | false"
            })
    void includeATagByWeakComparison(String header, boolean included) {
        assertEquals(included, EntityTags.of(List.of(header)).include("a"));
    }

    @Test
    void areThoseOfAllLines() {
        assertEquals(true, EntityTags.of(List.of("\"b\"", "\"a\"")).include("a"));
    }

    @Test
    void areNoneWithoutTheHeader() {
        assertFalse(EntityTags.of(null).include("a"));
        assertFalse(EntityTags.of(List.of()).include("a"));
    }
}
