package org.undatacube.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Cache-Control} says (RFC 9111, 5.2).
 *
 * @param values by their names in small letters; empty where a directive has no value
 */
record Directives(Map<String, String> values) {
    /** No directive that is known here has a value with a quoted quotation mark, so none is looked for. */
    private static final Pattern DIRECTIVE =
            Pattern.compile("([^\\s,=\"]++)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|([^\\s,\"]*+)))?");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

    Directives {
        values = Map.copyOf(values);
    }

    static Directives of(MultiMap headers) {
        Map<String, String> values = new TreeMap<>();
        for (String line : headers.getAll(HttpHeaders.CACHE_CONTROL)) {
            Matcher directive = DIRECTIVE.matcher(line);
            while (directive.find()) {
                String value = directive.group(2) != null ? directive.group(2) : directive.group(3);
                // of one that is said twice the first counts (4.2.1)
                values.putIfAbsent(directive.group(1).toLowerCase(Locale.ROOT), value == null ? "" : value);
            }
        }
        return new Directives(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Seconds; nothing where the directive is not there, and none at all where it is not a number. */
    OptionalLong seconds(String name) {
        String value = values.get(name);
        if (value == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(NUMBER.matcher(value).matches() ? Long.parseLong(value) : 0);
    }
}
