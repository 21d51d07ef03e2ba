package org.undatacube.registry.apikey;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;

/**
 * How a key is replaced.
 *
 * @param overlap how long the old key works beside the new one; nothing for a day
 * @param expiresAt when the new key stops working; nothing for as long a life as the old one was made for
 */
public record KeyRotation(
        @Schema(
                type = SchemaType.STRING,
                description = "How long the old key works beside the new one (ISO 8601); a day, if left out, 90 days at"
                        + " most, and PT0S where the old key got into wrong hands",
                examples = "\"PT24H\"")
        Duration overlap,

        @Schema(
                description =
                        "When the new key stops working; if left out, it lives as long as the old one was made for")
        Instant expiresAt) {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
    static final KeyRotation USUAL = new KeyRotation(null, null);

    public KeyRotation {
        overlap = overlap == null ? USUAL_OVERLAP : overlap;
    }

    /** @throws Problem (422) where the overlap is negative or too long */
    Instant oldExpiry(Instant oldExpiry, Instant now) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw wrong(
                    "/overlap",
                    "The keys can work beside each other for " + LONGEST_OVERLAP.toDays() + " days at most.");
        }
        Instant end = now.plus(overlap).truncatedTo(ChronoUnit.MICROS);
        return oldExpiry != null && oldExpiry.isBefore(end) ? oldExpiry : end;
    }

    /**
     * Null for never.
     *
     * @throws Problem (422) where it would be in the past
     */
    Instant newExpiry(Instant oldCreated, Instant oldExpiry, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw wrong("/expiresAt", "A key must expire in the future.");
        }
        if (expiresAt != null || oldExpiry == null) {
            return expiresAt;
        }
        return now.plus(Duration.between(oldCreated, oldExpiry));
    }

    private static Problem wrong(String pointer, String detail) {
        return new Problem(RegistryProblem.INVALID_KEY_REQUEST, detail).with("pointer", pointer);
    }
}
