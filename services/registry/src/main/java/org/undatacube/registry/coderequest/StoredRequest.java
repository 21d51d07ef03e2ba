package org.undatacube.registry.coderequest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was asked for. It never changes; where it stands is said by its steps. */
@Entity
@Table(name = "code_request")
class StoredRequest extends PanacheEntityBase {
    @Id
    UUID id;

    /** The entity that asked, and nobody else but the secretariat sees it. */
    String entity;

    @Column(name = "asked_at")
    Instant askedAt;

    @Embedded
    Contributor contributor;

    /** Whether the registry proposed the code. */
    @Column(name = "code_proposed")
    boolean codeProposed;

    String justification;

    static Optional<StoredRequest> find(UUID id) {
        return findByIdOptional(id);
    }

    /** Waits for whoever else is deciding on it. */
    void lock() {
        getEntityManager().lock(this, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<StoredRequest> open() {
        return list("from StoredRequest r where " + IS_OPEN);
    }

    static List<StoredRequest> openOf(String entity) {
        return list("from StoredRequest r where r.entity = ?1 and " + IS_OPEN, entity);
    }

    private static final String IS_OPEN =
            "not exists (select 1 from StoredStep s where s.key.request = r.id and s.key.number > 1)";

    /** Whether this is about the same contributor, or the same code. */
    boolean asksForThe(Contributor other) {
        boolean sameName = other.name() != null
                && NameWords.tellingOf(contributor.name()).equals(NameWords.tellingOf(other.name()));
        return sameName || contributor.code().equals(other.code());
    }
}
