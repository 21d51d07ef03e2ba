package org.undatacube.registry.codelist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;

/**
 * All that a list ever said of one code.
 *
 * @param list the list's identifier
 * @param versions those from which on something else was said, the latest first
 */
public record CodeHistory(String list, String code, List<Entry> versions) {

    /**
     * @param version the list's version from which on this was said
     * @param madeBy the identifier of the key that made it, or what did it
     * @param said what the list said of the code, in all languages
     */
    public record Entry(String version, Instant madeAt, String madeBy, String reason, Code said) {
        private static Entry of(StoredVersion version, Code said) {
            return new Entry(version.version, version.madeAt, version.madeBy, version.reason, said);
        }
    }

    /**
     * @param versions of the list, the first first
     * @param said what was stored of the code, by the revision at which it was
     */
    static CodeHistory of(String list, String code, List<StoredVersion> versions, Map<Integer, Code> said) {
        List<Entry> entries = new ArrayList<>();
        Code former = null;
        for (StoredVersion version : versions) {
            Code now = said.getOrDefault(version.key.revision(), former);
            // a code is also stored anew where only its place in the list is another
            if (now != null && !now.equals(former)) {
                entries.add(Entry.of(version, now));
            }
            former = now;
        }
        Collections.reverse(entries);
        return new CodeHistory(list, code, List.copyOf(entries));
    }
}
