package org.undatacube.registry.coderequest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One step of a request's life: who did what, and when. */
@Entity
@Immutable
@Table(name = "code_request_step")
class StoredStep extends PanacheEntityBase {

    /** @param number 1 for the asking, 2 for the end */
    @Embeddable
    record Key(UUID request, int number) {}

    @EmbeddedId
    Key key;

    /** Where the request stood after it. */
    RequestStatus status;

    @Column(name = "taken_at")
    Instant takenAt;

    @Column(name = "taken_by")
    String takenBy;

    String comment;

    /** What was granted; null for every other step. */
    @Embedded
    Contributor granted;

    /** What was found about it at that time. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Finding> findings;

    static StoredStep of(UUID request, RequestStatus status, Instant takenAt, String takenBy) {
        StoredStep step = new StoredStep();
        step.key = new Key(request, status == RequestStatus.REQUESTED ? 1 : 2);
        step.status = status;
        step.takenAt = takenAt;
        step.takenBy = takenBy;
        step.findings = List.of();
        return step;
    }

    /** By request, the first step first. */
    static Map<UUID, List<StoredStep>> of(Collection<UUID> requests) {
        return StoredStep.<StoredStep>stream("key.request in ?1 order by key.number", requests)
                .collect(Collectors.groupingBy(step -> step.key.request()));
    }

    static List<StoredStep> of(UUID request) {
        return list("key.request = ?1 order by key.number", request);
    }
}
