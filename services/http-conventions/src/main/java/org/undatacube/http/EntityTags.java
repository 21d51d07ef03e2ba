package org.undatacube.http;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a header {@code If-None-Match} names (RFC 9110, 13.1.2): what the sender has already. For GET, HEAD and QUERY that
 * means 304. The framework gives that for the first two alone, and knows no weak comparison.
 *
 * @param all whether it is {@code *}, which any representation fulfils
 * @param opaque the tags with their quotes and without {@code W/}, since comparison is weak
 */
public record EntityTags(boolean all, Set<String> opaque) {
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    public EntityTags {
        opaque = Set.copyOf(opaque);
    }

    /** @param lines the header's lines; null or none where the request has no such header */
    public static EntityTags of(List<String> lines) {
        List<String> given = lines == null ? List.of() : lines;
        return new EntityTags(
                given.stream().anyMatch(line -> line.strip().equals("*")),
                given.stream()
                        .flatMap(line -> TAG.matcher(line).results())
                        .map((MatchResult tag) -> tag.group(1))
                        .collect(Collectors.toSet()));
    }

    /** @param tag of what there is now, without quotes */
    public boolean include(String tag) {
        return includeHeader("\"" + tag + "\"");
    }

    /** @param header {@code ETag} of what there is now as it stands in an answer */
    public boolean includeHeader(String header) {
        return all || opaque.contains(header.startsWith("W/") ? header.substring(2) : header);
    }
}
