package org.undatacube.contributions.export;

/**
 * Text that a spreadsheet takes for text. A cell of a CSV file that begins like a formula is worked out when the file is
 * opened, and can then call programs or send figures away (CSV injection); with an apostrophe before it is not. Text that
 * begins with an apostrophe gets another one, so that taking one away gives every text back as it was.
 */
final class SpreadsheetText {
    private static final char APOSTROPHE = '\'';

    /** What formulas begin with, in the letters of full width too; and what is skipped before it. */
    private static final String DANGEROUS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20" + APOSTROPHE;

    private SpreadsheetText() {}

    /** @param text may be null */
    static String defused(String text) {
        return text == null || text.isEmpty() || DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : APOSTROPHE + text;
    }
}
