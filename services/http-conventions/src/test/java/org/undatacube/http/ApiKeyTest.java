package org.undatacube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String BODY = "udc_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTUV";

    @Test
    void takesAKeyWithItsChecksum() {
        String key = BODY + ApiKey.checksum(BODY);

        assertEquals(key, ApiKey.parse(key).orElseThrow().text());
        assertEquals(64, ApiKey.parse(key).orElseThrow().hash().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "udc_",
                "secret",
                "udc_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTUV000000",
                "udx_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTUV000000",
                "udc_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTU-000000"
            })
    void refusesWhatIsNotAKey(String text) {
        assertTrue(ApiKey.parse(text).isEmpty());
    }

    @Test
    void noticesAMistypedCharacter() {
        String key = BODY + ApiKey.checksum(BODY);

        assertTrue(ApiKey.parse(key.replace("_0123", "_0132")).isEmpty());
    }
}
