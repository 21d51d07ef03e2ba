package org.undatacube.aggregation.export;

/** Text in CSV that may be opened in a spreadsheet. */
public final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvText() {}

    /** With an apostrophe before it where a spreadsheet would run it as a formula. */
    public static String harmless(String text) {
        // a dash alone is no formula but stands for no group
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
