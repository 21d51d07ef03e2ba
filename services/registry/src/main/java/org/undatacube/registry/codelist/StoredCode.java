package org.undatacube.registry.codelist;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.undatacube.codelists.Code;

/** What a list says of a code from one revision on. */
@Entity
@Immutable
@Table(name = "code_state")
class StoredCode extends PanacheEntityBase {

    @Embeddable
    record Key(@Column(name = "list_id") String listId, String code, int revision) {}

    @EmbeddedId
    Key key;

    int position;
    String level;
    String parent;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> labels;

    @Column(name = "label_origins")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> labelOrigins;

    String definition;
    String notes;

    @Column(name = "valid_from")
    Integer validFrom;

    @Column(name = "valid_to")
    Integer validTo;

    @Column(name = "superseded_by")
    String supersededBy;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Code.Alias> aliases;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> attributes;

    /** The codes of a list as they stood at a revision, in the list's order. */
    static List<PlacedCode> at(String listId, int revision) {
        Stream<?> codes = getEntityManager()
                .createNativeQuery("""
                        select distinct on (code) * from code_state
                        where list_id = :list and revision <= :revision
                        order by code, revision desc
                        """, StoredCode.class)
                .setParameter("list", listId)
                .setParameter("revision", revision)
                .getResultStream();
        return codes.map(code -> ((StoredCode) code).toPlacedCode())
                .sorted(PlacedCode.IN_ORDER)
                .toList();
    }

    /** All that a list ever said of a code, by the revision from which on it did. */
    static Map<Integer, Code> history(String listId, String code) {
        return StoredCode.<StoredCode>stream("key.listId = ?1 and key.code = ?2", listId, code)
                .collect(Collectors.toMap(
                        state -> state.key.revision(),
                        state -> state.toPlacedCode().code()));
    }

    static StoredCode of(String listId, int revision, PlacedCode placed) {
        Code code = placed.code();
        StoredCode stored = new StoredCode();
        stored.key = new Key(listId, code.code(), revision);
        stored.position = placed.position();
        stored.level = code.level();
        stored.parent = code.parent();
        stored.labels = code.label();
        stored.labelOrigins = code.labelOrigin();
        stored.definition = code.definition();
        stored.notes = code.notes();
        stored.validFrom = code.validFrom();
        stored.validTo = code.validTo();
        stored.supersededBy = code.supersededBy();
        stored.aliases = code.aliases();
        stored.attributes = code.attributes();
        return stored;
    }

    private PlacedCode toPlacedCode() {
        return new PlacedCode(
                position,
                new Code(
                        key.code(),
                        level,
                        parent,
                        labels,
                        labelOrigins,
                        definition,
                        notes,
                        validFrom,
                        validTo,
                        supersededBy,
                        aliases,
                        attributes));
    }
}
