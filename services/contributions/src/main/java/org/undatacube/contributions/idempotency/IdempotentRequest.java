package org.undatacube.contributions.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.undatacube.contributions.audit.CanonicalJson;
import org.undatacube.http.IdempotencyKey;

/**
 * A request that changes something.
 *
 * @param caller whose key it is: two callers may use the same
 * @param fingerprint what tells it from other requests with the same key
 */
public record IdempotentRequest(Optional<IdempotencyKey> key, String caller, String fingerprint) {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /**
     * @param key the header, or null
     * @param address only path and query count: a service has many hosts
     * @param bodyHash of the body, and of what is needed to understand it
     */
    public static IdempotentRequest post(String key, String caller, URI address, byte[] bodyHash) {
        MessageDigest hash = CanonicalJson.sha256();
        hash.update(
                ("POST " + address.getRawPath() + "?" + address.getRawQuery() + "\n").getBytes(StandardCharsets.UTF_8));
        hash.update(bodyHash);
        return new IdempotentRequest(
                IdempotencyKey.of(key), caller, HexFormat.of().formatHex(hash.digest()));
    }

    /** @param body what was read from the body, or null where there was none */
    public static IdempotentRequest post(String key, String caller, URI address, Record body) {
        try {
            return post(key, caller, address, CanonicalJson.sha256().digest(JSON.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
