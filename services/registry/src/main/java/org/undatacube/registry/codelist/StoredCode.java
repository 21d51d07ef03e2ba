package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.undatacube.codelists.Code;

/** A code as it is kept. */
@Entity
@Table(name = "code")
class StoredCode extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "code_seq")
    @SequenceGenerator(name = "code_seq", sequenceName = "code_seq", allocationSize = 50)
    Long id;

    @Column(name = "list_id")
    String listId;

    String code;
    String level;
    String parent;
    Integer position;
    String definition;

    @Column(name = "valid_from")
    Integer validFrom;

    @Column(name = "valid_to")
    Integer validTo;

    @Column(name = "superseded_by")
    String supersededBy;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "label", joinColumns = @JoinColumn(name = "code_id"))
    @MapKeyColumn(name = "language")
    @Column(name = "text")
    @Fetch(FetchMode.SUBSELECT)
    Map<String, String> labels = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "alias", joinColumns = @JoinColumn(name = "code_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    List<StoredAlias> aliases = new ArrayList<>();

    static List<StoredCode> inOrder(String listId) {
        return list("listId = ?1 order by position nulls last, id", listId);
    }

    static StoredCode of(String listId, Code code) {
        StoredCode stored = new StoredCode();
        stored.listId = listId;
        stored.code = code.code();
        stored.take(code);
        return stored;
    }

    final void take(Code wanted) {
        level = wanted.level();
        parent = wanted.parent();
        definition = wanted.definition();
        validFrom = wanted.validFrom();
        validTo = wanted.validTo();
        supersededBy = wanted.supersededBy();
        attributes = new HashMap<>(wanted.attributes());
        labels.clear();
        labels.putAll(wanted.label());
        aliases.clear();
        wanted.aliases().forEach(alias -> aliases.add(StoredAlias.of(listId, alias)));
    }

    Code toCode() {
        return new Code(
                code,
                level,
                parent,
                labels,
                definition,
                validFrom,
                validTo,
                supersededBy,
                aliases.stream().map(StoredAlias::toAlias).toList(),
                attributes);
    }
}
