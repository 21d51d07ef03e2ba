package org.undatacube.registry.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A pair of keys as it is kept. */
@Entity
@Table(name = "signing_key")
class StoredSigningKey extends PanacheEntityBase {
    @Id
    String kid;

    @Column(name = "private_jwk")
    String privateJwk;

    @Column(name = "created_at")
    Instant createdAt;

    static List<StoredSigningKey> newestFirst() {
        return list("order by createdAt desc, kid");
    }
}
