package org.undatacube.registry.importing;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Reads a file as UTF-8, with or without a byte-order mark, and says what it is instead where it is not. */
final class FileText {
    private static final Map<String, String> OTHER_FILES = Map.of(
            "504b0304", "a workbook (XLSX) or another ZIP archive",
            "d0cf11e0", "a workbook in Excel's old format (XLS)",
            "fffe", "text in UTF-16",
            "feff", "text in UTF-16",
            "1f8b", "compressed with gzip");
    private static final int LONGEST_START = 4;
    private static final int EXCERPT = 60;

    private FileText() {}

    /** @throws Problem (400) that says what the file is and, where it is nearly right, on which line it is not */
    static String of(byte[] file) {
        otherFile(file).ifPresent(kind -> {
            throw notUtf8("The file is " + kind + ". Save it as CSV in UTF-8.");
        });
        CharBuffer text = CharBuffer.allocate(file.length);
        ByteBuffer rest = ByteBuffer.wrap(file);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(rest, text, true);
        if (end.isError()) {
            throw notUtf8(file, rest.position());
        }
        text.flip();
        return (hasByteOrderMark(text) ? text.subSequence(1, text.length()) : text).toString();
    }

    private static boolean hasByteOrderMark(CharBuffer text) {
        return !text.isEmpty() && text.get(0) == '\uFEFF';
    }

    private static Optional<String> otherFile(byte[] file) {
        String start = HexFormat.of().formatHex(file, 0, Math.min(LONGEST_START, file.length));
        return OTHER_FILES.entrySet().stream()
                .filter(kind -> start.startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Problem notUtf8(byte[] file, int position) {
        // every byte is a letter there, and it is what a spreadsheet in the West saves as CSV by default
        String before = new String(file, 0, position, Charset.forName("windows-1252"));
        String after =
                new String(file, position, Math.min(EXCERPT, file.length - position), Charset.forName("windows-1252"));
        long line = before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
        String start = before.substring(before.lastIndexOf('\n') + 1);
        String excerpt = start.substring(Math.max(0, start.length() - EXCERPT))
                + after.lines().findFirst().orElse("");
        return notUtf8("The file is not in UTF-8: see line " + line + ", which read as Windows-1252 is \""
                        + excerpt.strip() + "\". Save it as CSV in UTF-8.")
                .with("line", line);
    }

    private static Problem notUtf8(String detail) {
        return new Problem(CommonProblem.MALFORMED_BODY, detail).with("expected", "CSV in UTF-8");
    }
}
