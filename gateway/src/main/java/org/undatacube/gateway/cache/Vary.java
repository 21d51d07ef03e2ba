package org.undatacube.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** By which headers of a request an answer differs (RFC 9110, 12.5.5). */
final class Vary {
    /** By more than the request's headers. */
    static final String ALL = "*";

    private Vary() {}

    /** @return as they are written, by their names in small letters, in order */
    static SortedMap<String, String> names(MultiMap answer) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String line : answer.getAll(HttpHeaders.VARY)) {
            for (String element : line.split(",", -1)) {
                String name = element.strip();
                if (!name.isEmpty()) {
                    names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                }
            }
        }
        return names;
    }
}
