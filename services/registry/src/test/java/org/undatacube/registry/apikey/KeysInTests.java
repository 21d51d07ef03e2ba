package org.undatacube.registry.apikey;

import java.security.SecureRandom;
import org.undatacube.http.ApiKey;

/** Keys that nobody was given. */
public final class KeysInTests {
    private KeysInTests() {}

    /** Well-formed, with a good checksum, and unknown. */
    public static String unknown() {
        return ApiKey.generate(new SecureRandom()).text();
    }

    /** The same identifier with another secret and a good checksum. */
    public static String withOtherSecret(String key) {
        String other = unknown();
        String body = key.substring(0, 13) + other.substring(13, 45);
        return body + ApiKey.checksum(body);
    }
}
