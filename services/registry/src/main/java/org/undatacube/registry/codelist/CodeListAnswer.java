package org.undatacube.registry.codelist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;

/**
 * A code list as it is served; without filters, pages and tree it is also as {@link CodeList} reads it.
 *
 * @param title in the language that was asked for, else in English
 * @param titles the list's name by language (ISO 639-1)
 * @param standard the data standard's number, I to VII
 * @param levels names of the hierarchy's levels, top first
 * @param total how many codes pass the filters, on this page or not
 * @param codes those of them that are on this page; left out in a tree
 * @param tree the tops of the trees; left out where the codes are listed flat
 */
@JsonInclude(Include.NON_NULL)
public record CodeListAnswer(
        String id,
        String title,
        Map<String, String> titles,
        String version,
        String standard,
        List<String> levels,
        int total,
        List<Code> codes,
        List<CodeTree> tree) {

    static CodeListAnswer of(CodeListView list, Wording wording, int total, List<Code> codes, List<CodeTree> tree) {
        return new CodeListAnswer(
                list.id(),
                wording.name(list.titles()),
                wording.of(list.titles()),
                list.version(),
                list.standard(),
                list.levels(),
                total,
                codes,
                tree);
    }
}
