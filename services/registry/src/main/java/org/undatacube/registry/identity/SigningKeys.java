package org.undatacube.registry.identity;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * What tokens are signed with: one pair of keys at a time. The public half of a pair that another took the place of is
 * published until the last token that it signed has ended; its private half is deleted at once.
 */
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyLock lock;
    private final SigningConfig config;
    private final EntityManager entityManager;
    private final Clock clock;

    SigningKeys(KeyLock lock, SigningConfig config, EntityManager entityManager, Clock clock) {
        this.lock = lock;
        this.config = config;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent event) {
        makeSureThatOneSigns();
    }

    /** @throws IllegalStateException where the pair was locked with another secret; says what to do */
    @Transactional
    void makeSureThatOneSigns() {
        lockTable();
        Optional<StoredSigningKey> signing = StoredSigningKey.signing();
        if (signing.isEmpty()) {
            create();
        } else if (open(signing.get()).isEmpty()) {
            if (!config.discardUnreadable()) {
                throw unreadable(signing.get());
            }
            LOG.warnf(
                    "The signing key %s was locked with another secret; a new one takes its place", signing.get().kid);
            replace(signing.get());
        }
    }

    /** The pair that signs; a new one where the last has signed for long enough. */
    @Transactional
    PublicJsonWebKey current() {
        StoredSigningKey signing = StoredSigningKey.signing().orElseThrow();
        if (isDue(signing)) {
            lockTable();
            // read again: another request, or another instance, may have come first
            entityManager.refresh(signing);
            if (signing.retiredAt != null) {
                signing = StoredSigningKey.signing().orElseThrow();
            } else {
                signing = replace(signing);
            }
        }
        StoredSigningKey opened = signing;
        return open(opened).orElseThrow(() -> unreadable(opened));
    }

    /** A new pair signs from now on. */
    @Transactional
    SigningKeyView rotate() {
        lockTable();
        return SigningKeyView.of(replace(StoredSigningKey.signing().orElseThrow()));
    }

    /** The pairs whose tokens are good, the one that signs first. */
    @Transactional
    List<SigningKeyView> list() {
        return StoredSigningKey.signingOrRetiredAfter(oldestGood()).stream()
                .map(SigningKeyView::of)
                .toList();
    }

    /** The public half of every pair whose tokens are good, as a JSON Web Key Set (RFC 7517). */
    @Transactional
    String publicKeySet() {
        List<PublicJsonWebKey> keys = StoredSigningKey.signingOrRetiredAfter(oldestGood()).stream()
                .map(stored -> parse(stored.publicJwk))
                .toList();
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private boolean isDue(StoredSigningKey signing) {
        return signing.createdAt.plus(config.renewAfter()).isBefore(clock.instant());
    }

    /** Tokens of a pair that was retired before have ended, on clocks that are a little behind, too. */
    private Instant oldestGood() {
        return clock.instant().minus(Tokens.LIFE.multipliedBy(2));
    }

    private StoredSigningKey replace(StoredSigningKey old) {
        old.retiredAt = now();
        old.lockedPrivateJwk = null;
        // before the new one: only one signs
        entityManager.flush();
        StoredSigningKey.deleteRetiredBefore(oldestGood());
        return create();
    }

    private StoredSigningKey create() {
        PublicJsonWebKey pair = generate();
        StoredSigningKey stored = new StoredSigningKey();
        stored.kid = pair.getKeyId();
        stored.publicJwk = pair.toJson(OutputControlLevel.PUBLIC_ONLY);
        stored.lockedPrivateJwk = lock.lock(pair.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        stored.createdAt = now();
        stored.persist();
        return stored;
    }

    private Optional<PublicJsonWebKey> open(StoredSigningKey stored) {
        return lock.open(stored.lockedPrivateJwk).map(SigningKeys::parse);
    }

    private void lockTable() {
        entityManager
                .createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static IllegalStateException unreadable(StoredSigningKey stored) {
        return new IllegalStateException("The signing key " + stored.kid
                + " was locked with another secret than datacube.registry.signing.secret or …secret-file has. Give that"
                + " secret; where it is lost, start once with datacube.registry.signing.discard-unreadable=true, which"
                + " makes a new key.");
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

    private static PublicJsonWebKey parse(String jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }
}
