package org.undatacube.acceptance.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a curl command sends to the address in {@code $G}. It knows the options {@code -s -G -X -d}, and {@code -H} for the
 * type of the body alone.
 *
 * @param target path and query
 * @param contentType null where there is no body
 * @param body empty where there is none
 */
record Curl(String method, String target, String contentType, String body) {
    private static final String GATEWAY = "$G";
    private static final String CONTENT_TYPE = "Content-Type: ";
    /** Words are made of bare, single-quoted and double-quoted pieces; a line goes on after a backslash. */
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"\\\\])+");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

    static Curl parse(String command) {
        Iterator<String> words =
                WORD.matcher(command).results().map(Curl::unquoted).iterator();
        if (!words.next().equals("curl")) {
            throw new IllegalArgumentException("no curl: " + command);
        }
        boolean isInAddress = false;
        String method = null;
        String target = null;
        String contentType = null;
        List<String> data = new ArrayList<>();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-s" -> {}
                case "-sG" -> isInAddress = true;
                case "-X" -> method = words.next();
                case "-d" -> data.add(words.next());
                case "-H" -> contentType = after(CONTENT_TYPE, words.next());
                default -> target = after(GATEWAY, word);
            }
        }
        if (isInAddress) {
            return new Curl(
                    "GET",
                    target + "?"
                            + String.join("&", data.stream().map(Curl::encoded).toList()),
                    null,
                    "");
        }
        String usual = data.isEmpty() ? "GET" : "POST";
        return new Curl(method == null ? usual : method, target, contentType, String.join("&", data));
    }

    private static String unquoted(MatchResult word) {
        return QUOTED.matcher(word.group())
                .replaceAll(
                        piece -> Matcher.quoteReplacement(piece.group(1) == null ? piece.group(2) : piece.group(1)));
    }

    private static String after(String start, String word) {
        if (!word.startsWith(start)) {
            throw new IllegalArgumentException("neither an option nor " + start + "…: " + word);
        }
        return word.substring(start.length());
    }

    private static String encoded(String parameter) {
        int equals = parameter.indexOf('=');
        return parameter.substring(0, equals + 1)
                + URLEncoder.encode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
    }
}
