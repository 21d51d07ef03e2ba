package org.undatacube.contributions.submission;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyRow {
    private final StringBuilder row = new StringBuilder();

    /** @param value null for what is not there */
    CopyRow with(Object value) {
        if (row.length() > 0) {
            row.append('\t');
        }
        if (value == null) {
            row.append("\\N");
        } else {
            value.toString().chars().forEach(this::append);
        }
        return this;
    }

    /** The row with the line break at its end. */
    @Override
    public String toString() {
        return row + "\n";
    }

    private void append(int character) {
        switch (character) {
            case '\\' -> row.append("\\\\");
            case '\t' -> row.append("\\t");
            case '\n' -> row.append("\\n");
            case '\r' -> row.append("\\r");
            default -> row.append((char) character);
        }
    }
}
