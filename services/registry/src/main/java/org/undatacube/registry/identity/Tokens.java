package org.undatacube.registry.identity;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.registry.apikey.ApiKeys;

/** Signs who a caller is. */
@ApplicationScoped
class Tokens {
    static final String ISSUER = "https://undatacube.org/registry";
    static final String AUDIENCE = "undatacube";
    /** Long enough for a request's way through the suite and clocks that differ a little, and no longer. */
    static final Duration LIFE = Duration.ofSeconds(15);

    private final ApiKeys keys;
    private final OpenIdTokens openIdTokens;
    private final SigningKeys signingKeys;
    private final Clock clock;

    Tokens(ApiKeys keys, OpenIdTokens openIdTokens, SigningKeys signingKeys, Clock clock) {
        this.keys = keys;
        this.openIdTokens = openIdTokens;
        this.signingKeys = signingKeys;
        this.clock = clock;
    }

    /**
     * A signed token.
     *
     * @param expiresIn seconds
     */
    public record Token(String token, long expiresIn) {}

    /** @throws Problem (401) for what is not a good key; does not say why not */
    Token issueForKey(String key) {
        return sign(keys.check(key)
                .map(Identity::of)
                .orElseThrow(() -> new Problem(
                        CommonProblem.UNAUTHENTICATED,
                        "This is not a valid API key, or it was revoked or has expired.")));
    }

    /** @throws Problem as {@link OpenIdTokens#check} */
    Token issueForToken(String token) {
        return sign(openIdTokens.check(token));
    }

    private Token sign(Identity identity) {
        Instant now = clock.instant();
        Instant end = now.plus(LIFE);
        if (identity.until() != null && identity.until().isBefore(end)) {
            end = identity.until();
        }
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(identity.subject())
                .upn(identity.name())
                .groups(Set.copyOf(identity.roles()))
                .issuedAt(now)
                .expiresAt(end);
        if (identity.entity() != null) {
            claims.claim("entity", identity.entity());
        }
        PublicJsonWebKey pair = signingKeys.current();
        String token = claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(pair.getKeyId())
                .sign(pair.getPrivateKey());
        return new Token(token, Duration.between(now, end).toSeconds());
    }
}
