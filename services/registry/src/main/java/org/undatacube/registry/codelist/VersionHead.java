package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a version says of its list, without the codes.
 *
 * @param madeAt since when it is in force
 * @param titles the list's name by language (ISO 639-1); English is always there
 * @param standard the data standard's number, I to VII
 * @param levels names of the hierarchy's levels, top first
 * @param contentHash the same for the same content, whenever and wherever it is read
 */
public record VersionHead(
        String list,
        String version,
        Instant madeAt,
        Map<String, String> titles,
        String standard,
        List<String> levels,
        String contentHash) {

    static VersionHead of(StoredVersion version) {
        return new VersionHead(
                version.key.listId(),
                version.version,
                version.madeAt,
                version.titles,
                version.standard,
                version.levels,
                version.contentHash);
    }
}
