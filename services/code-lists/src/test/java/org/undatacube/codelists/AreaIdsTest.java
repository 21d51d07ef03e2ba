package org.undatacube.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaIdsTest {
    /** Antarctica is region and country with one code of M49; an import has made a region of another's M49 code. */
    private static final CodeList LOCATIONS = new CodeList(
            "locations",
            "Locations",
            "1.0.0",
            List.of("region", "country"),
            List.of(
                    location("2", "region", "2"),
                    location("10", "region", "010"),
                    location("466", "region", null),
                    location("1", "region", "one"),
                    location("001", "region", null),
                    location("G&I", "region", null),
                    location("AQ", "country", "010"),
                    location("ML", "country", "466"),
                    location("XK", "country", "")));

    private static Code location(String code, String level, String m49) {
        Map<String, String> attributes = m49 == null ? Map.of() : Map.of("m49", m49);
        return new Code(
                code, level, null, Map.of("en", code), null, null, null, null, null, null, List.of(), attributes);
    }

    @ParameterizedTest
    @CsvSource({"2, 002", "10, 10", "466, 466$-", "1, 1", "001, 001$-", "G&I, G$26I", "AQ, 010", "ML, 466", "XK, XK"})
    void areM49sWhereItHasOneAndTheirOwnOtherwise(String location, String id) {
        AreaIds ids = new AreaIds(LOCATIONS);

        assertEquals(id, ids.id(location));
        assertEquals(Optional.of(location), ids.location(id));
    }

    @Test
    void nothingElseHasOne() {
        AreaIds ids = new AreaIds(LOCATIONS);

        assertThrows(IllegalArgumentException.class, () -> ids.id("FR"));
        assertEquals(Optional.empty(), ids.location(AreaIds.WORLD));
        assertEquals(Optional.empty(), ids.location("AQ"));
    }
}
