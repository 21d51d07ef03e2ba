package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
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

    /**
     * By what a version is told from all others. Moment and content are part of it, as a database can be put back to an
     * older state under a running registry.
     */
    record Mark(
            @ProjectedFieldName("key.listId") String listId,
            @ProjectedFieldName("key.revision") int revision,
            Instant madeAt,
            String contentHash) {}

    static List<StoredVersion> latestFirst(String listId) {
        return list("key.listId = ?1 order by key.revision desc", listId);
    }

    static Optional<StoredVersion> latest(String listId) {
        return latestMark(listId).map(StoredVersion::of);
    }

    static StoredVersion of(Mark mark) {
        return findById(new Key(mark.listId(), mark.revision()));
    }

    static Optional<Mark> latestMark(String listId) {
        return mark("key.listId = ?1 order by key.revision desc", listId);
    }

    static Optional<Mark> namedMark(String listId, String version) {
        return mark("key.listId = ?1 and version = ?2", listId, version);
    }

    /** Of the version that was in force at a moment; none before the list's first. */
    static Optional<Mark> markInForce(String listId, Instant moment) {
        return mark("key.listId = ?1 and madeAt <= ?2 order by key.revision desc", listId, moment);
    }

    private static Optional<Mark> mark(String query, Object... parameters) {
        return find(query, parameters).project(Mark.class).page(Page.ofSize(1)).stream()
                .findFirst();
    }
}
