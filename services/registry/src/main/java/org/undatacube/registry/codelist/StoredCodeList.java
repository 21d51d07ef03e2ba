package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.List;

/** That there is a code list. What it says is in its versions. */
@Entity
@Table(name = "code_list")
class StoredCodeList extends PanacheEntityBase {
    @Id
    String id;

    /** The list's place among the lists. */
    int position;

    @Column(name = "reference_hash")
    String referenceHash = "";

    static List<String> ids() {
        return StoredCodeList.<StoredCodeList>list("order by position").stream()
                .map(list -> list.id)
                .toList();
    }

    /** Null where there is no such list. Waits for whoever else is changing it. */
    static StoredCodeList lock(String id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
