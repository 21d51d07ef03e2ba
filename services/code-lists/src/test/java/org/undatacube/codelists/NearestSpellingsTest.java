package org.undatacube.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestSpellingsTest {
    @Test
    void findsSwappedMissingAndWrongLettersInAnyCase() {
        assertEquals(List.of("goal"), NearestSpellings.find(List.of("target", "goal"), "gaol", 3));
        assertEquals(List.of("UNDP"), NearestSpellings.find(List.of("UNDP", "WFP"), "unpd", 3));
        assertEquals(List.of("amount"), NearestSpellings.find(List.of("lines", "amount"), "amout", 3));
        assertEquals(
                List.of("5.1", "5.2", "5.9"), NearestSpellings.find(List.of("5.9", "5.2", "5.1", "6.2"), "5.3", 3));
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertEquals(List.of(), NearestSpellings.find(List.of("goal", "target"), "country", 3));
    }
}
