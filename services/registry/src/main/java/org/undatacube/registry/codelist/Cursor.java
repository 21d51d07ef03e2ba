package org.undatacube.registry.codelist;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undatacube.http.Problem;
import org.undatacube.registry.Fingerprint;

/**
 * Where the next page begins. It holds the list's version, so that the pages of one reading are of one version even where
 * the list changes in between.
 *
 * @param question stands for the list and the filters that the pages are of
 * @param offset how many codes come before
 */
record Cursor(String version, String question, int offset) {
    private static final Pattern FORM = Pattern.compile("(\\d+\\.\\d+\\.\\d+) ([0-9a-f]{12}) (\\d{1,9})");
    private static final int MARK = 12;

    /** @throws Problem (400) where the text is no cursor */
    static Cursor of(String text) {
        Matcher form = FORM.matcher(decoded(text));
        if (!form.matches()) {
            throw invalid(text, "The cursor is not one that was given.");
        }
        return new Cursor(form.group(1), form.group(2), Integer.parseInt(form.group(3)));
    }

    static Cursor at(int offset, Snapshot list, CodeFilter filter) {
        return new Cursor(list.view().version(), question(list, filter), offset);
    }

    /**
     * @param asked the version that is asked for beside the cursor; null for none
     * @throws Problem (400) where the cursor was given for other codes
     */
    void requireFor(Snapshot list, CodeFilter filter, String asked) {
        if (!question.equals(question(list, filter)) || (asked != null && !asked.equals(version))) {
            throw invalid(toString(), "The cursor belongs to another list, another version or other filters.");
        }
    }

    /** What is put into the address; opaque to the reader. */
    @Override
    public String toString() {
        String plain = version + " " + question + " " + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static String question(Snapshot list, CodeFilter filter) {
        return Fingerprint.of(list.view().id() + filter).substring(0, MARK);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static Problem invalid(String text, String detail) {
        return Problem.invalidParameter(
                "cursor", text, detail, "the address in the Link header of the page before, as it is");
    }
}
