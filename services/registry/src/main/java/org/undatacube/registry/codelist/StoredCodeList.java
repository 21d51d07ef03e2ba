package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A code list without its codes. */
@Entity
@Table(name = "code_list")
class StoredCodeList extends PanacheEntityBase {
    @Id
    String id;

    String title;
    String standard;
    int position;
    String version;

    @Column(name = "reference_hash")
    String referenceHash;

    @Column(name = "content_hash")
    String contentHash;

    @Column(name = "changed_at")
    Instant changedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "code_level", joinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "depth")
    @Column(name = "level")
    List<String> levels = new ArrayList<>();

    static List<StoredCodeList> inOrder() {
        return list("order by position");
    }

    /** Null where there is no such list. Waits for whoever else is changing it. */
    static StoredCodeList lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
