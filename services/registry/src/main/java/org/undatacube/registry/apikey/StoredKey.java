package org.undatacube.registry.apikey;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.undatacube.http.ApiKey;
import org.undatacube.http.Role;

/** A key as it is kept. */
@Entity
@Table(name = "api_key")
class StoredKey extends PanacheEntityBase {
    @Id
    String id;

    String name;

    @Column(name = "secret_hash")
    String secretHash;

    List<String> roles;
    String entity;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    @Column(name = "revoked_by")
    String revokedBy;

    /** The first of the keys that replaced one another: who it is to the services. */
    String holder;

    @Column(name = "replaced_by")
    String replacedBy;

    @Column(name = "last_used_at")
    Instant lastUsedAt;

    static List<StoredKey> newestFirst() {
        return list("order by createdAt desc, id");
    }

    /** Writes nothing else of the row, which another request may be changing. */
    static void noteUse(String id, Instant now, Instant notedBefore) {
        update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?3)", now, id, notedBefore);
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether an administrator can go on with it: one that was replaced only lasts until its end. */
    boolean isAdministratorsAt(Instant now) {
        return isValidAt(now) && replacedBy == null && roles.contains(Role.ADMINISTRATOR);
    }

    boolean matches(ApiKey key) {
        // takes as long for a wrong hash as for a right one
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), key.hash().getBytes(StandardCharsets.US_ASCII));
    }
}
