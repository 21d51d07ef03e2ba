package org.undatacube.registry.importing;

import java.util.Set;
import java.util.regex.Pattern;

/** Looks at the characters of each field, whatever it means. */
final class TextCheck {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    private final Set<String> freeText;
    private final Findings findings;

    /** @param freeText columns in which blanks within a text are its writer's own matter */
    TextCheck(Set<String> freeText, Findings findings) {
        this.freeText = freeText;
        this.findings = findings;
    }

    void check(CsvTable.Row row) {
        for (String column : row.columns().keySet()) {
            String text = row.raw(column);
            if (!text.isEmpty()) {
                checkCharacters(row, column, text);
                checkBlanks(row, column, text);
            }
        }
    }

    private void checkCharacters(CsvTable.Row row, String column, String text) {
        if (NOT_TEXT.matcher(text).find()) {
            findings.reject(row, column, "The field has a control character, which is no text.");
        }
        if (text.indexOf(REPLACEMENT) >= 0) {
            findings.warn(
                    row,
                    column,
                    "Characters are lost: \uFFFD stands for what a program could not read. Take the name from its source.");
        }
        Mojibake.undone(text)
                .ifPresent(undone -> findings.warn(
                        row,
                        column,
                        "Characters are damaged: text in UTF-8 was read as Windows-1252. It is imported as it stands.",
                        Wording.tidy(undone)));
    }

    private void checkBlanks(CsvTable.Row row, String column, String text) {
        String tidy = Wording.tidy(text);
        if (!freeText.contains(column) && Wording.hasOddBlanksWithin(text)) {
            findings.note(row, column, "There are doubled or unusual blanks within the text.", tidy);
        } else if (!Wording.trim(text).equals(text)) {
            findings.note(row, column, "There are blanks at the beginning or end; they are left out.", tidy);
        }
    }
}
