package org.undatacube.acceptance.guide;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a query in Power Query's language asks, and which columns it then gives a type.
 *
 * @param target path and query
 */
record PowerQuery(String target, List<String> columns) {
    private static final Pattern PATH = Pattern.compile("RelativePath = \"([^\"]+)\"");
    private static final Pattern QUERY = Pattern.compile("Query = \\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(\\w+) = \"([^\"]*)\"");
    private static final Pattern COLUMN = Pattern.compile("\\{\"([^\"]+)\", (?:type text|\\w+\\.Type)\\}");

    static PowerQuery parse(String text) {
        String parameters = PARAMETER
                .matcher(first(QUERY, text))
                .results()
                .map(parameter ->
                        parameter.group(1) + "=" + URLEncoder.encode(parameter.group(2), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        List<String> columns =
                COLUMN.matcher(text).results().map(column -> column.group(1)).toList();
        return new PowerQuery("/" + first(PATH, text) + "?" + parameters, columns);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
