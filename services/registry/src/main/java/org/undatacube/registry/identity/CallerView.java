package org.undatacube.registry.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.http.Caller;
import org.undatacube.registry.apikey.KeyView;

/** A caller, as the suite knows it by its credentials. */
@Schema(name = "Caller")
public record CallerView(
        @Schema(
                description = "What the audit trail, and preparedBy and certifiedBy of submissions, call the caller:"
                        + " the same whichever of the keys that replaced one another it sends",
                examples = "7Kq2mZ0a")
        String holder,

        @Schema(description = "What was sent: a key, or a token of the OpenID Connect provider", examples = "key")
        Credentials credentials,

        @Schema(description = "The key's name; null with a token", nullable = true, examples = "UNDP, finance")
        String name,

        @Schema(examples = "[\"preparer\"]") List<String> roles,

        @Schema(
                type = SchemaType.STRING,
                description = "The one entity it works for; null for the secretariat",
                nullable = true,
                examples = "UNDP")
        String entity,

        @Schema(description = "When the key ends; null for never, and with a token", nullable = true)
        Instant expiresAt) {

    /** What a caller is known by. */
    @Schema(name = "CallerCredentials")
    public enum Credentials {
        KEY,
        TOKEN;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CallerView ofKey(Caller caller, KeyView key) {
        return new CallerView(
                caller.name(),
                Credentials.KEY,
                key.name(),
                caller.roles(),
                caller.entity().orElse(null),
                key.expiresAt());
    }

    static CallerView ofToken(Caller caller) {
        return new CallerView(
                caller.name(),
                Credentials.TOKEN,
                null,
                caller.roles(),
                caller.entity().orElse(null),
                null);
    }
}
