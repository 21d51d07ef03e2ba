package org.undatacube.gateway.routing;

import java.time.Duration;

/**
 * How long the gateway waits for a body, whose connection to a service nobody else can use meanwhile.
 *
 * @param patience whatever its size
 * @param bytesPerSecond that a body must have on average beyond that
 */
record BodyPace(Duration patience, long bytesPerSecond) {
    boolean isTooSlow(long received, Duration waited) {
        return waited.minus(patience).toSeconds() > received / bytesPerSecond;
    }
}
