package org.undatacube.gateway.security;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undatacube.http.ApiKey;

/**
 * What a caller sent to say who it is: an API key, or a token of an OpenID Connect provider. Never printed.
 *
 * @param kind what the registry calls it: {@code key} or {@code token}
 */
record Credentials(String kind, String text) {
    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);
    /** Header, claims and, where it is signed, signature (RFC 7519). */
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    /** Empty where it has the form of neither, as a key does that was mistyped. */
    static Optional<Credentials> of(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        String text = bearer.group(1);
        if (ApiKey.parse(text).isPresent()) {
            return Optional.of(new Credentials("key", text));
        }
        return JWT.matcher(text).matches() ? Optional.of(new Credentials("token", text)) : Optional.empty();
    }

    /** As the registry wants to be asked for it. */
    JsonObject toJson() {
        return new JsonObject().put(kind, text);
    }

    /** Stands for it where it has to be remembered: SHA-256, in hexadecimal. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return kind;
    }
}
