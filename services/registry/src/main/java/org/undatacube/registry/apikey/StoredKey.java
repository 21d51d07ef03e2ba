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

    static List<StoredKey> newestFirst() {
        return list("order by createdAt desc, id");
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    boolean isAdministratorsAt(Instant now) {
        return isValidAt(now) && roles.contains(Role.ADMINISTRATOR);
    }

    boolean matches(ApiKey key) {
        // takes as long for a wrong hash as for a right one
        return MessageDigest.isEqual(
                secretHash.getBytes(StandardCharsets.US_ASCII), key.hash().getBytes(StandardCharsets.US_ASCII));
    }
}
