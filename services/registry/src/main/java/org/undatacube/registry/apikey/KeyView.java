package org.undatacube.registry.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as an administrator sees it.
 *
 * @param key the key itself, only in the answer to the request that made it
 */
public record KeyView(
        String id,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The key. It is shown this once and cannot be asked for again.")
        String key,

        String name,
        List<String> roles,
        @Schema(nullable = true) String entity,
        Instant createdAt,
        String createdBy,
        @Schema(nullable = true) Instant expiresAt,
        @Schema(nullable = true) Instant revokedAt,
        @Schema(nullable = true) String revokedBy,

        @Schema(nullable = true, description = "The key that replaced it; it works until expiresAt")
        String replacedBy,

        @Schema(
                description = "Under which identifier the audit trail knows its user: that of the first of the keys"
                        + " that replaced one another")
        String holder,

        @Schema(nullable = true, description = "When it was last used, to the minute")
        Instant lastUsedAt) {

    static KeyView of(StoredKey stored) {
        return of(stored, null);
    }

    static KeyView of(StoredKey stored, String key) {
        return new KeyView(
                stored.id,
                key,
                stored.name,
                List.copyOf(stored.roles),
                stored.entity,
                stored.createdAt,
                stored.createdBy,
                stored.expiresAt,
                stored.revokedAt,
                stored.revokedBy,
                stored.replacedBy,
                stored.holder,
                stored.lastUsedAt);
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
