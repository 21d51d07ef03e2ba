package org.undatacube.registry.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A pair of keys as it is kept; of one that signs no more only the public half. */
@Entity
@Table(name = "signing_key")
class StoredSigningKey extends PanacheEntityBase {
    @Id
    String kid;

    @Column(name = "public_jwk")
    String publicJwk;

    @Column(name = "locked_private_jwk")
    String lockedPrivateJwk;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retired_at")
    Instant retiredAt;

    static Optional<StoredSigningKey> signing() {
        return find("retiredAt is null").firstResultOptional();
    }

    /** Newest first. */
    static List<StoredSigningKey> signingOrRetiredAfter(Instant time) {
        return list("retiredAt is null or retiredAt > ?1 order by createdAt desc, kid", time);
    }

    static void deleteRetiredBefore(Instant time) {
        delete("retiredAt < ?1", time);
    }
}
