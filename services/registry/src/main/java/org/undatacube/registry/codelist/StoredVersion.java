package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of a list, without its codes. */
@Entity
@Immutable
@Table(name = "code_list_version")
class StoredVersion extends PanacheEntityBase {

    /** @param revision counts a list's versions from 1 */
    @Embeddable
    record Key(@Column(name = "list_id") String listId, int revision) {}

    @EmbeddedId
    Key key;

    String version;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> titles;

    String standard;
    List<String> levels;

    @Column(name = "content_hash")
    String contentHash;

    int added;
    int changed;
    int retired;

    static List<StoredVersion> latestFirst(String listId) {
        return list("key.listId = ?1 order by key.revision desc", listId);
    }

    static Optional<StoredVersion> latest(String listId) {
        return first("key.listId = ?1 order by key.revision desc", listId);
    }

    static Optional<StoredVersion> named(String listId, String version) {
        return first("key.listId = ?1 and version = ?2", listId, version);
    }

    /** The version that was in force at a moment; none before the list's first. */
    static Optional<StoredVersion> inForce(String listId, Instant moment) {
        return first("key.listId = ?1 and madeAt <= ?2 order by key.revision desc", listId, moment);
    }

    private static Optional<StoredVersion> first(String query, Object... parameters) {
        return StoredVersion.<StoredVersion>find(query, parameters).page(Page.ofSize(1)).stream()
                .findFirst();
    }
}
