package org.undatacube.registry.codelist;

import java.util.List;

/**
 * One line of the list of code lists.
 *
 * @param codes how many codes it has
 * @param href where it is
 */
public record CodeListSummary(
        String id, String title, String version, String standard, List<String> levels, long codes, String href) {

    static CodeListSummary of(StoredCodeList list, long codes) {
        return new CodeListSummary(
                list.id,
                list.title,
                list.version,
                list.standard,
                List.copyOf(list.levels),
                codes,
                "/api/v1/code-lists/" + list.id);
    }
}
