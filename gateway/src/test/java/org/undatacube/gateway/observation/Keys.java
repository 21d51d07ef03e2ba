package org.undatacube.gateway.observation;

import java.security.SecureRandom;
import org.undatacube.http.ApiKey;

/** A key of the right form, of which the tests' registry knows nothing but what it is told. */
final class Keys {
    static final String KEY = ApiKey.generate(new SecureRandom()).text();

    private Keys() {}
}
