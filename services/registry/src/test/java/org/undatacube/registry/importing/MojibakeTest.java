package org.undatacube.registry.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.registry.SharedData;

class MojibakeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Curaçao",
                "Côte d'Ivoire",
                "Türkiye",
                "UN Women’s “fund” – 5 €",
                "São Tomé and Príncipe",
                "Łódź",
                "Европа",
                "发展"
            })
    void textReadInTheWrongEncodingIsUndone(String name) {
        String twisted = new String(name.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        // Windows-1252 has no characters for five of the bytes; what is lost cannot be undone
        if (twisted.indexOf('\uFFFD') < 0) {
            assertEquals(Optional.of(name), Mojibake.undone(twisted));
        }
        assertEquals(Optional.empty(), Mojibake.undone(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Government", "Duy Tân University", "SANTÉ» et «ÉCOLE»", "Ça va", "Ö", "100 %", "ÂGE"})
    void textInOrderIsLeftAlone(String name) {
        assertEquals(Optional.empty(), Mojibake.undone(name));
    }

    @Test
    void noneOfTheCebsNamesIsSuspected() {
        for (String file : new String[] {"DONORS", "ENTITIES", "LOCATIONS", "SDG", "UN_INTER_AGENCY_POOLED_FUNDS"}) {
            assertEquals(Optional.empty(), Mojibake.undone(SharedData.text("ceb-codes/" + file + ".csv")), file);
        }
    }
}
