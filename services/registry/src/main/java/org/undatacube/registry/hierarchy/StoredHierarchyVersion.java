package org.undatacube.registry.hierarchy;

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
import org.undatacube.codelists.Hierarchy;

/** One version of a hierarchy with all its groups. */
@Entity
@Immutable
@Table(name = "hierarchy_version")
class StoredHierarchyVersion extends PanacheEntityBase {

    /** @param revision counts a hierarchy's versions from 1 */
    @Embeddable
    record Key(@Column(name = "list_id") String listId, String hierarchy, int revision) {}

    @EmbeddedId
    Key key;

    String version;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    String reason;
    String owner;
    boolean closed;
    boolean exclusive;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> titles;

    @Column(name = "title_origins")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> titleOrigins;

    String definition;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Hierarchy.Group> groups;

    @Column(name = "content_hash")
    String contentHash;

    static List<StoredHierarchyVersion> latestFirst(String listId, String hierarchy) {
        return list("key.listId = ?1 and key.hierarchy = ?2 order by key.revision desc", listId, hierarchy);
    }

    static Optional<StoredHierarchyVersion> latest(String listId, String hierarchy) {
        return first("key.listId = ?1 and key.hierarchy = ?2 order by key.revision desc", listId, hierarchy);
    }

    static Optional<StoredHierarchyVersion> named(String listId, String hierarchy, String version) {
        return first("key.listId = ?1 and key.hierarchy = ?2 and version = ?3", listId, hierarchy, version);
    }

    /** The version that was in force at a moment; none before the first. */
    static Optional<StoredHierarchyVersion> inForce(String listId, String hierarchy, Instant moment) {
        return first(
                "key.listId = ?1 and key.hierarchy = ?2 and madeAt <= ?3 order by key.revision desc",
                listId,
                hierarchy,
                moment);
    }

    /** The last version of every hierarchy of a list, by name. */
    static List<StoredHierarchyVersion> allLatest(String listId) {
        return list("""
                from StoredHierarchyVersion version where key.listId = ?1 and key.revision = (
                    select max(other.key.revision) from StoredHierarchyVersion other
                    where other.key.listId = version.key.listId and other.key.hierarchy = version.key.hierarchy)
                order by key.hierarchy
                """, listId);
    }

    /** The version of every hierarchy of a list that was in force at a moment, by name; those alone that had one. */
    static List<StoredHierarchyVersion> allInForce(String listId, Instant moment) {
        return list("""
                from StoredHierarchyVersion version where key.listId = ?1 and key.revision = (
                    select max(other.key.revision) from StoredHierarchyVersion other
                    where other.key.listId = version.key.listId and other.key.hierarchy = version.key.hierarchy
                    and other.madeAt <= ?2)
                order by key.hierarchy
                """, listId, moment);
    }

    HierarchySnapshot toSnapshot() {
        return new HierarchySnapshot(
                key.revision(),
                madeAt,
                new HierarchyDocument(
                        key.hierarchy(),
                        key.listId(),
                        version,
                        owner,
                        closed,
                        exclusive,
                        titles,
                        titleOrigins,
                        definition,
                        groups),
                contentHash);
    }

    static StoredHierarchyVersion of(int revision, HierarchyDocument document) {
        StoredHierarchyVersion stored = new StoredHierarchyVersion();
        stored.key = new Key(document.list(), document.id(), revision);
        stored.version = document.version();
        stored.owner = document.owner();
        stored.closed = document.closed();
        stored.exclusive = document.exclusive();
        stored.titles = document.titles();
        stored.titleOrigins = document.titleOrigins();
        stored.definition = document.definition();
        stored.groups = document.groups();
        return stored;
    }

    private static Optional<StoredHierarchyVersion> first(String query, Object... parameters) {
        return StoredHierarchyVersion.<StoredHierarchyVersion>find(query, parameters).page(Page.ofSize(1)).stream()
                .findFirst();
    }
}
