package org.undatacube.http;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet shows as it is. Spreadsheets compute cells that begin with certain characters, which a file
 * must not let its author's text do on another's machine; so such text gets an apostrophe in front. Numbers stay as they
 * are, minus and all, and so does a lone sign, such as the dash that stands for nothing.
 */
public final class SpreadsheetText {
    private static final char MARK = '\'';
    /** Beside ASCII the wide forms, which East Asian versions take for the same; an apostrophe, so that it can be undone. */
    private static final String COMPUTED = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20" + MARK;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front where it would be computed. */
    public static String guard(String text) {
        return isComputed(text) ? MARK + text : text;
    }

    private static boolean isComputed(String text) {
        if (text == null || text.isEmpty() || COMPUTED.indexOf(text.charAt(0)) < 0) {
            return false;
        }
        boolean isFormula = text.length() > 1 && !NUMBER.matcher(text).matches();
        return isFormula || text.charAt(0) == MARK;
    }

    /** What {@link #guard} was given. */
    public static String reveal(String guarded) {
        return !guarded.isEmpty() && guarded.charAt(0) == MARK ? guarded.substring(1) : guarded;
    }
}
