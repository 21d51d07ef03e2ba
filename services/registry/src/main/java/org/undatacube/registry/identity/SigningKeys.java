package org.undatacube.registry.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** What tokens are signed with. The first start makes a pair of keys; the newest pair signs. */
@ApplicationScoped
class SigningKeys {
    private final EntityManager entityManager;
    private final Clock clock;

    SigningKeys(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        createWhereThereIsNone();
    }

    @Transactional
    void createWhereThereIsNone() {
        entityManager
                .createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
        if (StoredSigningKey.count() > 0) {
            return;
        }
        PublicJsonWebKey pair = generate();
        StoredSigningKey stored = new StoredSigningKey();
        stored.kid = pair.getKeyId();
        stored.privateJwk = pair.toJson(OutputControlLevel.INCLUDE_PRIVATE);
        stored.createdAt = clock.instant();
        stored.persist();
    }

    /** The pair that signs. */
    @Transactional
    PublicJsonWebKey current() {
        return parse(StoredSigningKey.newestFirst().get(0));
    }

    /** The public half of every pair, as a JSON Web Key Set (RFC 7517). */
    @Transactional
    String publicKeySet() {
        List<PublicJsonWebKey> pairs =
                StoredSigningKey.newestFirst().stream().map(SigningKeys::parse).toList();
        return new JsonWebKeySet(pairs).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey generate() {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            pair.setKeyId(UUID.randomUUID().toString());
            pair.setUse(Use.SIGNATURE);
            pair.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            return pair;
        } catch (JoseException e) {
            throw new IllegalStateException("This Java cannot make ES256 keys", e);
        }
    }

    private static PublicJsonWebKey parse(StoredSigningKey stored) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(stored.privateJwk);
        } catch (JoseException e) {
            throw new IllegalStateException("The stored signing key " + stored.kid + " cannot be read", e);
        }
    }
}
