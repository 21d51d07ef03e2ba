package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A code list with all that it says of its codes, in all languages.
 *
 * @param titles the list's name by language (ISO 639-1); English is always there
 * @param standard the data standard's number, I to VII
 * @param levels names of the hierarchy's levels, top first
 */
public record CodeListView(
        String id, Map<String, String> titles, String version, String standard, List<String> levels, List<Code> codes) {

    public CodeListView {
        // always the same order, as the ETag promises the same bytes
        titles = new TreeMap<>(titles);
        levels = List.copyOf(levels);
        codes = List.copyOf(codes);
    }

    static CodeListView of(StoredVersion version, List<Code> codes) {
        return new CodeListView(
                version.key.listId(), version.titles, version.version, version.standard, version.levels, codes);
    }

    /** The list's name in English. */
    @JsonProperty
    public String title() {
        return titles.get("en");
    }

    CodeListView withVersion(String another) {
        return new CodeListView(id, titles, another, standard, levels, codes);
    }

    /** @throws IllegalArgumentException where the codes do not make a sound hierarchy */
    CodeList toCodeList() {
        return new CodeList(id, title(), version, levels, codes);
    }
}
