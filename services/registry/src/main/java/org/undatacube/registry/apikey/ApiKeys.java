package org.undatacube.registry.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.undatacube.http.ApiKey;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;

/** Issues, lists, revokes and checks keys. */
@ApplicationScoped
public class ApiKeys {
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
     * @param entity the entity it works for, or null for the secretariat
     */
    public record Owner(String keyId, List<String> roles, String entity) {}

    /** Empty for what is no key, and for a key that is unknown, expired or revoked. */
    @Transactional
    public Optional<Owner> check(String raw) {
        return ApiKey.parse(raw)
                .flatMap(key -> StoredKey.<StoredKey>findByIdOptional(key.id())
                        .filter(stored -> stored.matches(key))
                        .filter(stored -> stored.isValidAt(clock.instant()))
                        .map(stored -> new Owner(stored.id, List.copyOf(stored.roles), stored.entity)));
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
        StoredKey stored = new StoredKey();
        stored.id = key.id();
        stored.name = request.name();
        stored.secretHash = key.hash();
        stored.roles = request.roles();
        stored.entity = request.entity();
        stored.createdAt = now();
        stored.createdBy = createdBy;
        stored.expiresAt = request.expiresAt();
        stored.persist();
        return KeyView.of(stored, key.text());
    }

    @Transactional
    List<KeyView> list() {
        return StoredKey.newestFirst().stream().map(KeyView::of).toList();
    }

    /**
     * Takes effect with the next token; those already issued live for two minutes at most. Revoking again changes
     * nothing.
     *
     * @throws Problem (404) where there is no such key, (409) where it is the last one an administrator has
     */
    @Transactional
    void revoke(String id, String revokedBy) {
        // locked in one order, so that two administrators cannot revoke each other's last key
        List<StoredKey> keys = StoredKey.<StoredKey>find("order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        StoredKey stored = keys.stream()
                .filter(key -> key.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no key " + id + "."));
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
