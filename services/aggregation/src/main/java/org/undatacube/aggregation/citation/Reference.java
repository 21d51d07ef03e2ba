package org.undatacube.aggregation.citation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A citation as the styles write it.
 *
 * @param address where it is found, with its host where that is known
 * @param madeOn when it was cited
 */
record Reference(
        String id,
        String author,
        String title,
        long edition,
        LocalDate publishedOn,
        LocalDate madeOn,
        String contentHash,
        String address) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final String RIS_LINE = "\r\n";

    static Reference of(Citation citation, String title, String author, String address) {
        return new Reference(
                citation.id(),
                author,
                title,
                citation.subject().edition(),
                LocalDate.ofInstant(citation.subject().publishedAt(), ZoneOffset.UTC),
                LocalDate.ofInstant(citation.createdAt(), ZoneOffset.UTC),
                citation.content().hash(),
                address);
    }

    /** By the seventh edition of the manual of the American Psychological Association: a data set. */
    String apa() {
        return author + ". (" + publishedOn.getYear() + "). " + title + " (Edition " + edition + ") [Data set]. "
                + address;
    }

    String bibtex() {
        Map<String, String> fields = new LinkedHashMap<>();
        // doubled braces: a name that is not taken apart, a title whose letters stay as they are
        fields.put("author", "{{" + tex(author) + "}}");
        fields.put("title", "{{" + tex(title) + "}}");
        fields.put("year", "{" + publishedOn.getYear() + "}");
        fields.put("month", MONTH.format(publishedOn).toLowerCase(Locale.ENGLISH));
        fields.put("edition", "{" + edition + "}");
        fields.put("howpublished", "{Data set}");
        fields.put("url", "{" + address + "}");
        fields.put("urldate", "{" + madeOn + "}");
        fields.put("note", "{SHA-256 of the answer: " + contentHash + "}");
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining(",\n", "@misc{undatacube-" + id + ",\n", "\n}\n"));
    }

    String ris() {
        StringBuilder text = new StringBuilder();
        tag(text, "TY", "DATA");
        tag(text, "ID", "undatacube-" + id);
        tag(text, "AU", author);
        tag(text, "TI", title);
        tag(text, "PY", Integer.toString(publishedOn.getYear()));
        tag(text, "DA", DAY.format(publishedOn));
        tag(text, "ET", Long.toString(edition));
        tag(text, "UR", address);
        tag(text, "Y2", DAY.format(madeOn));
        tag(text, "N1", "SHA-256 of the answer: " + contentHash);
        tag(text, "ER", "");
        return text.toString();
    }

    private static void tag(StringBuilder text, String tag, String value) {
        text.append(tag).append("  - ").append(value).append(RIS_LINE);
    }

    private static String tex(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            switch (character) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(character);
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
