package org.undatacube.aggregation.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CrockfordTest {
    @Test
    void writesFiveBitsADigit() {
        assertEquals("", Crockford.encode(new byte[0]));
        assertEquals("ZW", Crockford.encode(new byte[] {(byte) 0xff}));
        assertEquals("00000001", Crockford.encode(new byte[] {0, 0, 0, 0, 1}));
        assertEquals("CSQPYRK1E8", Crockford.encode("foobar".getBytes(StandardCharsets.UTF_8)));
        assertEquals(52, Crockford.encode(new byte[32]).length());
    }

    @Test
    void readsWhatWasTypedFromPaper() {
        assertEquals("7Z1011K9XA", Crockford.read("7z-lOi1-k9xa"));
    }
}
