package org.undatacube.contributions.submission;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyRow {
    private final StringBuilder row = new StringBuilder();

    /** @param value null for what is not there */
    CopyRow with(Object value) {
        if (row.length() > 0) {
            row.append('\t');
        }
        append(value == null ? null : value.toString(), row);
        return this;
    }

    /** The row with the line break at its end. */
    @Override
    public String toString() {
        return row + "\n";
    }

    /** A field, without what stands before or after it. */
    static void append(String value, StringBuilder rows) {
        if (value == null) {
            rows.append("\\N");
        } else if (isPlain(value)) {
            rows.append(value);
        } else {
            appendEscaped(value, rows);
        }
    }

    private static boolean isPlain(String value) {
        return value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
    }

    private static void appendEscaped(String value, StringBuilder rows) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(character);
            }
        }
    }
}
