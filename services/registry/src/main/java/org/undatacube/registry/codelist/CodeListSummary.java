package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One line of the list of code lists.
 *
 * @param changedAt since when this version is in force
 * @param codes how many codes it has
 * @param href where it is
 */
public record CodeListSummary(
        String id,
        String title,
        Map<String, String> titles,
        String version,
        Instant changedAt,
        String standard,
        List<String> levels,
        int codes,
        String href) {

    static CodeListSummary of(Snapshot snapshot) {
        CodeListView list = snapshot.view();
        return new CodeListSummary(
                list.id(),
                list.title(),
                list.titles(),
                list.version(),
                snapshot.madeAt(),
                list.standard(),
                list.levels(),
                list.codes().size(),
                "/api/v1/code-lists/" + list.id());
    }
}
