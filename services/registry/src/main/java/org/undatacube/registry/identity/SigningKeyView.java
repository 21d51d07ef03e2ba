package org.undatacube.registry.identity;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A pair of signing keys as an administrator sees it.
 *
 * @param retiredAt null for the one that signs
 */
public record SigningKeyView(
        @Schema(
                description = "Its identifier, which tokens name",
                examples = "\"0d6cbdf0-5f0e-4fa4-9a3f-1d9dbb2a9a52\"")
        String kid,

        Instant createdAt,

        @Schema(nullable = true, description = "When another took its place; absent for the one that signs")
        Instant retiredAt) {

    static SigningKeyView of(StoredSigningKey stored) {
        return new SigningKeyView(stored.kid, stored.createdAt, stored.retiredAt);
    }
}
