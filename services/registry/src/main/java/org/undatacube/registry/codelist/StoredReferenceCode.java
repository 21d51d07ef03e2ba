package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.stream.Collectors;

/** What the reference files said of a code when they were loaded last. */
@Entity
@Table(name = "reference_code")
class StoredReferenceCode extends PanacheEntityBase {

    @Embeddable
    record Key(@Column(name = "list_id") String listId, String code) {}

    @EmbeddedId
    Key key;

    String hash;

    static Map<String, String> hashes(String listId) {
        return StoredReferenceCode.<StoredReferenceCode>stream("key.listId", listId)
                .collect(Collectors.toMap(said -> said.key.code(), said -> said.hash));
    }

    static void say(String listId, String code, String hash) {
        StoredReferenceCode said = new StoredReferenceCode();
        said.key = new Key(listId, code);
        said.hash = hash;
        getEntityManager().merge(said);
    }
}
