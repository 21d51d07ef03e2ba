package org.undatacube.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdmxIdTest {

    @ParameterizedTest
    @CsvSource({
        "AF, AF",
        "5.a, 5_a",
        "8.1, 8_1",
        "8.10, 8_10",
        "UN-OCHA, UN-OCHA",
        "UN Tourism, UN@Tourism",
        "Global - Enabling Function, Global@-@Enabling@Function",
        "G&I, G$26I",
        "DIGI_PROM, DIGI$5FPROM",
        "UNOWA/CNMC, UNOWA$2FCNMC",
        "a@b$c, a$40b$24c",
        "é, $C3$A9",
        ".T, $2ET",
        ".Ta, _Ta"
    })
    void standsForACodeAndGivesItBack(String code, String id) {
        assertEquals(id, SdmxId.of(code));
        assertEquals(code, SdmxId.code(id));
    }

    @Test
    void noTwoCodesHaveTheSame() {
        Random random = new Random(7);
        String characters = "aZ09-_.@$% /&()\u00e9\u0639\u56fd";
        Map<String, String> codes = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder code = new StringBuilder();
            int length = 1 + random.nextInt(4);
            for (int place = 0; place < length; place++) {
                code.append(characters.charAt(random.nextInt(characters.length())));
            }
            String id = SdmxId.of(code.toString());
            String other = codes.put(id, code.toString());

            assertTrue(SdmxId.FORM.matcher(id).matches(), id);
            assertTrue(other == null || other.contentEquals(code), code + " and " + other + " are both " + id);
            assertEquals(code.toString(), SdmxId.code(id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$2", "A$G1", "$41", "$2e", "A B", "é", "AF$-2", "_T"})
    void whatStandsForNoCodeIsRefused(String id) {
        assertThrows(IllegalArgumentException.class, () -> SdmxId.code(id));
    }
}
