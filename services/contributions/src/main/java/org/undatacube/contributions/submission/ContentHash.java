package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.contributions.audit.CanonicalJson;
import org.undatacube.contributions.submission.LineColumn.Rates;

/**
 * SHA-256 of all that a submission says: its header, its breakdowns and their lines, each as canonical JSON on a line
 * of its own. What is hashed is what the export shows, so that anybody can compute it; {@code docs/how-to-verify.md}
 * has the form and a program.
 */
@ApplicationScoped
public class ContentHash {
    private static final String FORM = "undatacube-submission-1";
    private static final int BUFFER = 1 << 13;

    /**
     * Members of a line, in the order of canonical JSON; those that it does not have are left out, so lines that are no
     * parts keep their form. Further columns of the export are no part of it.
     */
    private static final List<LineColumn> MEMBERS = Stream.of(
                    LineColumn.LINE,
                    LineColumn.ENTITY,
                    LineColumn.FUNCTION,
                    LineColumn.LOCATION,
                    LineColumn.INSTRUMENT,
                    LineColumn.SDG,
                    LineColumn.CONTRIBUTOR,
                    LineColumn.GEM,
                    LineColumn.AMOUNT,
                    LineColumn.CURRENCY,
                    LineColumn.AMOUNT_USD,
                    LineColumn.BASIS,
                    LineColumn.LINE_ID,
                    LineColumn.NOTE,
                    LineColumn.SPLIT_LINE,
                    LineColumn.SPLIT_AMOUNT,
                    LineColumn.SPLIT_PERCENT)
            .sorted(Comparator.comparing(LineColumn::title))
            .toList();

    private final LineStore lines;

    ContentHash(LineStore lines) {
        this.lines = lines;
    }

    /** In hexadecimal. Reads every line, and holds a few of them at a time. */
    public String of(Submission submission) throws IOException {
        MessageDigest hash = CanonicalJson.sha256();
        Rates rates = Rates.of(submission);
        add(header(submission), hash);
        for (Breakdown breakdown : submission.breakdowns) {
            add(breakdown(breakdown), hash);
            StringBuilder text = new StringBuilder();
            lines.read(List.of(breakdown.id), line -> {
                append(line, rates, text);
                if (text.length() > BUFFER) {
                    add(text, hash);
                }
            });
            add(text, hash);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void add(Map<String, ?> object, MessageDigest hash) {
        hash.update(CanonicalJson.bytes(object));
        hash.update((byte) '\n');
    }

    private static Map<String, Object> header(Submission submission) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("form", FORM);
        header.put("entity", submission.entity);
        header.put("year", submission.year);
        header.put("flow", submission.flow.code());
        header.put("controlTotal", submission.controlTotal == null ? null : submission.controlTotal.shown());
        header.put("replaces", submission.replaces.code());
        header.put("source", submission.source);
        return header;
    }

    private static Map<String, Object> breakdown(Breakdown breakdown) {
        return Map.of(
                "dimensions",
                breakdown.dimensions().inOrder().stream().map(Dimension::code).toList(),
                "lines",
                breakdown.lines,
                "total",
                breakdown.total.shown());
    }

    /** As {@link CanonicalJson} would write it, but without a map for each of a million lines. */
    private static void append(Line line, Rates rates, StringBuilder text) {
        char separator = '{';
        for (LineColumn member : MEMBERS) {
            String value = member.of(line, rates);
            if (value != null) {
                text.append(separator).append('"').append(member.title()).append("\":");
                CanonicalJson.appendText(value, text);
                separator = ',';
            }
        }
        text.append("}\n");
    }

    private static void add(StringBuilder text, MessageDigest hash) {
        hash.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
