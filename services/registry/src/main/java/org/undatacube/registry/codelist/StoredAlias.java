package org.undatacube.registry.codelist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import org.undatacube.codelists.Code;

/**
 * Another spelling of a code.
 *
 * @param spelling the alias as it is compared; one list has it once
 */
@Embeddable
record StoredAlias(@Column(name = "list_id") String listId, String alias, String spelling, String source) {

    static StoredAlias of(String listId, Code.Alias alias) {
        return new StoredAlias(listId, alias.alias(), spelling(alias.alias()), alias.source());
    }

    Code.Alias toAlias() {
        return new Code.Alias(alias, source);
    }

    /** As {@link org.undatacube.codelists.CodeList#resolve} compares. */
    static String spelling(String raw) {
        return raw.strip().toUpperCase(Locale.ROOT);
    }
}
