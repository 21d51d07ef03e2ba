package org.undatacube.contributions.upload;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An upload.
 *
 * @param length null as long as it is not said
 * @param received bytes that are here: the offset to go on from
 * @param turn raised by each request, so that only the last one can write
 */
public record StoredUpload(
        UUID id, String contentType, Long length, long received, boolean complete, long turn, Instant expiresAt) {

    long secondsLeft(Instant now) {
        return Math.max(0, Duration.between(now, expiresAt).toSeconds());
    }
}
