package org.undatacube.registry.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.undatacube.http.ApiKey;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;

/** Issues, lists, replaces, revokes and checks keys. */
@ApplicationScoped
public class ApiKeys {
    /** A key is asked for every few seconds while it is used; that is not written down each time. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final KeyScope scope;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(KeyScope scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Who has a good key.
     *
     * @param holder the same for a key and those that replace it
     * @param entity the entity it works for, or null for the secretariat
     * @param expiresAt null for never
     */
    public record Owner(String keyId, String holder, List<String> roles, String entity, Instant expiresAt) {}

    /** Empty for what is no key, and for a key that is unknown, expired or revoked. Notes that a good one was used. */
    @Transactional
    public Optional<Owner> check(String raw) {
        Instant now = now();
        return ApiKey.parse(raw)
                .flatMap(key -> StoredKey.<StoredKey>findByIdOptional(key.id())
                        .filter(stored -> stored.matches(key))
                        .filter(stored -> stored.isValidAt(now))
                        .map(stored -> used(stored, now)));
    }

    private static Owner used(StoredKey stored, Instant now) {
        StoredKey.noteUse(stored.id, now, now.minus(USE_NOTED_EVERY));
        return new Owner(stored.id, stored.holder, List.copyOf(stored.roles), stored.entity, stored.expiresAt);
    }

    /**
     * The answer holds the key, which is not to be had again.
     *
     * @throws Problem (422) where such a key may not be
     */
    @Transactional
    KeyView create(KeyRequest request, String createdBy) {
        scope.require(request);
        ApiKey key = ApiKey.generate(random);
        StoredKey stored = stored(key, createdBy, now());
        stored.name = request.name();
        stored.roles = request.roles();
        stored.entity = request.entity();
        stored.expiresAt = request.expiresAt();
        stored.persist();
        return KeyView.of(stored, key.text());
    }

    /**
     * Makes a key that may the same; the old one works beside it until the overlap is over. The answer holds the new key,
     * which is not to be had again.
     *
     * @throws Problem (404) where there is no such key, (409) where it has ended or was replaced before, (422) where the
     *     rotation cannot be as asked for
     */
    @Transactional
    KeyView rotate(String id, KeyRotation rotation, String rotatedBy) {
        StoredKey old = StoredKey.<StoredKey>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> unknown(id));
        Instant now = now();
        if (!old.isValidAt(now) || old.replacedBy != null) {
            throw new Problem(
                            RegistryProblem.KEY_ENDED,
                            "The key " + id + " was revoked, has expired or was replaced by another before.")
                    .with("replacedBy", old.replacedBy);
        }
        ApiKey key = ApiKey.generate(random);
        StoredKey replacing = stored(key, rotatedBy, now);
        replacing.holder = old.holder;
        replacing.name = old.name;
        replacing.roles = List.copyOf(old.roles);
        replacing.entity = old.entity;
        replacing.expiresAt = rotation.newExpiry(old.createdAt, old.expiresAt, now);
        replacing.persistAndFlush();
        old.replacedBy = replacing.id;
        old.expiresAt = rotation.oldExpiry(old.expiresAt, now);
        return KeyView.of(replacing, key.text());
    }

    private static StoredKey stored(ApiKey key, String createdBy, Instant now) {
        StoredKey stored = new StoredKey();
        stored.id = key.id();
        stored.holder = key.id();
        stored.secretHash = key.hash();
        stored.createdAt = now;
        stored.createdBy = createdBy;
        return stored;
    }

    /** @throws Problem (404) where there is no such key */
    @Transactional
    public KeyView get(String id) {
        return StoredKey.<StoredKey>findByIdOptional(id).map(KeyView::of).orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(String id) {
        return Problem.notFound("There is no key " + id + ".");
    }

    @Transactional
    List<KeyView> list() {
        return StoredKey.newestFirst().stream().map(KeyView::of).toList();
    }

    /**
     * Takes effect with the next token, which the gateway asks for every few seconds. Revoking again changes nothing.
     *
     * @throws Problem (404) where there is no such key, (409) where it is the last one an administrator has
     */
    @Transactional
    void revoke(String id, String revokedBy) {
        // locked in one order, so that two administrators cannot revoke each other's last key
        List<StoredKey> keys = StoredKey.<StoredKey>find("order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        StoredKey stored =
                keys.stream().filter(key -> key.id.equals(id)).findFirst().orElseThrow(() -> unknown(id));
        if (stored.revokedAt != null) {
            return;
        }
        Instant now = now();
        if (stored.isAdministratorsAt(now)
                && keys.stream().filter(key -> key.isAdministratorsAt(now)).count() == 1) {
            throw new Problem(
                    RegistryProblem.LAST_ADMINISTRATOR_KEY, "The key " + id + " is the last one of an administrator.");
        }
        stored.revokedAt = now;
        stored.revokedBy = revokedBy;
    }

    boolean isEmpty() {
        return StoredKey.count() == 0;
    }

    // as precisely as PostgreSQL keeps it, so that what is answered now and later is the same
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
