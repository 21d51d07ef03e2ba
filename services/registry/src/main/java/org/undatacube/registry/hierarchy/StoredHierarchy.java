package org.undatacube.registry.hierarchy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That a list has a hierarchy. What it says is in its versions. */
@Entity
@Table(name = "hierarchy")
class StoredHierarchy extends PanacheEntityBase {

    @Embeddable
    record Key(@Column(name = "list_id") String listId, String id) {}

    @EmbeddedId
    Key key;

    /** What the reference files said of it when they were loaded last; null where they never named it. */
    @Column(name = "reference_hash")
    String referenceHash;

    /** As it is known, or made known now. */
    static StoredHierarchy named(String listId, String id) {
        Key key = new Key(listId, id);
        StoredHierarchy known = findById(key);
        if (known != null) {
            return known;
        }
        StoredHierarchy made = new StoredHierarchy();
        made.key = key;
        made.persist();
        return made;
    }
}
