package org.undatacube.registry.codelist;

import java.util.List;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A code list as it is served, and as {@link CodeList} reads it.
 *
 * @param standard the data standard's number, I to VII
 * @param levels names of the hierarchy's levels, top first
 */
public record CodeListView(
        String id, String title, String version, String standard, List<String> levels, List<Code> codes) {

    static CodeListView of(StoredCodeList list, List<StoredCode> codes) {
        return new CodeListView(
                list.id,
                list.title,
                list.version,
                list.standard,
                List.copyOf(list.levels),
                codes.stream().map(StoredCode::toCode).toList());
    }

    CodeListView with(List<Code> some) {
        return new CodeListView(id, title, version, standard, levels, some);
    }

    CodeList toCodeList() {
        return new CodeList(id, title, version, levels, codes);
    }
}
