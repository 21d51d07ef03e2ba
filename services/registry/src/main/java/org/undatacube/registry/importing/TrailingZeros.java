package org.undatacube.registry.importing;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.undatacube.codelists.CodeList;

/**
 * Gives a code the last zero back that a spreadsheet took for that of a decimal: 8.1 after 8.9 is 8.10.
 *
 * <p>What a row is called decides; where that says nothing, its place after 8.9 does, if 8.1 itself came before. What
 * cannot be told is refused.
 */
final class TrailingZeros {
    private static final Pattern DECIMAL = Pattern.compile("(\\d+)\\.(\\d*[1-9])");

    // of a hundred words; CEB words the targets a little otherwise than the 2030 Agenda
    private static final int ALIKE = 80;

    private final CodeList current;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private String previous = "";

    TrailingZeros(CodeList current, Findings findings) {
        this.current = current;
        this.findings = findings;
    }

    /** The code that the row means; to be asked of each row in turn. */
    String restore(CsvTable.Row row, String column, String name) {
        String code = row.field(column);
        Matcher decimal = DECIMAL.matcher(code);
        String restored = decimal.matches() ? restore(row, column, name, decimal) : code;
        seen.add(restored);
        previous = restored;
        return restored;
    }

    private String restore(CsvTable.Row row, String column, String name, Matcher decimal) {
        String code = decimal.group();
        String longer = code + "0";
        int likeness = likeness(code, name);
        int likenessOfLonger = likeness(longer, name);
        if (likeness >= ALIKE && likeness >= likenessOfLonger) {
            return code;
        }
        if (likenessOfLonger >= ALIKE) {
            return damaged(row, column, longer, "This is the name of " + longer);
        }
        if (!followsOn(decimal)) {
            return code;
        }
        if (seen.contains(code)) {
            return damaged(row, column, longer, code + " came before, and this row follows " + previous);
        }
        findings.reject(
                row,
                column,
                "After " + previous + " this may be " + longer + " without its last zero, or " + code + " out of order."
                        + " Write the column as text, and " + code + " before " + previous + ".",
                longer);
        return code;
    }

    private String damaged(CsvTable.Row row, String column, String code, String sign) {
        findings.warn(
                row,
                column,
                sign + ": a spreadsheet has taken away the last zero. It is imported as " + code + ".",
                code);
        return code;
    }

    private int likeness(String code, String name) {
        return current.find(code)
                .map(known -> Wording.likeness(known.englishLabel(), name))
                .orElse(0);
    }

    /** Whether the row before is the one below the code with a zero, as 8.9 is below 8.10. */
    private boolean followsOn(Matcher decimal) {
        Matcher before = Pattern.compile("(\\d+)\\.(\\d{1,4})").matcher(previous);
        return before.matches()
                && before.group(1).equals(decimal.group(1))
                && decimal.group(2).length() <= 3
                && Integer.parseInt(before.group(2)) + 1 == 10 * Integer.parseInt(decimal.group(2));
    }
}
