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
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final ApiKeys keys;
    private final SigningKeys signingKeys;
    private final Clock clock;

    Tokens(ApiKeys keys, SigningKeys signingKeys, Clock clock) {
        this.keys = keys;
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
    Token issue(String key) {
        ApiKeys.Owner owner = keys.check(key)
                .orElseThrow(() -> new Problem(
                        CommonProblem.UNAUTHENTICATED,
                        "This is not a valid API key, or it was revoked or has expired."));
        return new Token(sign(owner, clock.instant()), LIFE.toSeconds());
    }

    private String sign(ApiKeys.Owner owner, Instant now) {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(owner.keyId())
                .upn(owner.keyId())
                .groups(Set.copyOf(owner.roles()))
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
        if (owner.entity() != null) {
            claims.claim("entity", owner.entity());
        }
        PublicJsonWebKey pair = signingKeys.current();
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(pair.getKeyId())
                .sign(pair.getPrivateKey());
    }
}
