package org.undatacube.registry.apikey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a new key is to be.
 *
 * @param entity the entity that a preparer's or certifier's key works for; null for the secretariat's
 * @param expiresAt when it stops working, or null for never
 */
public record KeyRequest(
        @Schema(description = "Who will use it", examples = "\"UNDP, finance\"")
        String name,

        @Schema(description = "What it may do", examples = "[\"preparer\"]")
        List<String> roles,

        @Schema(description = "The one entity it works for; none for the secretariat", examples = "\"UNDP\"")
        String entity,

        @Schema(description = "When it stops working; never, if left out")
        Instant expiresAt) {

    public KeyRequest {
        name = name == null ? "" : name.strip();
        roles = roles == null ? List.of() : roles.stream().distinct().toList();
    }
}
