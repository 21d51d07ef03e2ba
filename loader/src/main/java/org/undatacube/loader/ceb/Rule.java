package org.undatacube.loader.ceb;

import java.util.Locale;

/** What can be worth saying about a row of a file. */
public enum Rule {
    BYTE_ORDER_MARK(Severity.NOTE, "The file starts with a byte-order mark, which is left out."),
    DASH_IS_ZERO(Severity.NOTE, "The amount is a dash, which stands for zero."),
    NEGATIVE_AMOUNT(Severity.NOTE, "The amount is negative: a refund, an exchange loss or a correction."),
    BEYOND_CENTS(Severity.NOTE, "The amount has more than two decimals; all of them are kept."),
    REPEATED_ROW(Severity.NOTE, "The row repeats an earlier one exactly; the official total needs both."),
    CODE_ALIAS(Severity.NOTE, "Another spelling of a code."),
    NAME_VARIANT(Severity.NOTE, "The name is not the one that the code has in its list."),
    NAME_CONTRADICTS_CODE(Severity.NOTE, "The name is another code's; the code counts."),
    TARGET_OUTSIDE_GOAL(Severity.WARN, "The target belongs to another goal; the goal counts, as in CEB's own tables."),
    TARGET_IS_GOAL(Severity.NOTE, "The target repeats the goal's number."),
    TARGET_MAY_BE_DAMAGED(Severity.NOTE, "May have been x.10 before a spreadsheet took it for a number."),
    INDICATOR_NOT_HELD(Severity.NOTE, "Lines carry targets, not indicators; it is kept in the line's note."),
    BASIS_SPELLING(Severity.NOTE, "Another spelling of the basis."),
    AMOUNT_MISSING(Severity.SKIP, "There is no amount, so there is no line."),
    NOT_A_NUMBER(Severity.REJECT, "Should be a number."),
    UNKNOWN_BASIS(Severity.REJECT, "Should be EXP or BUD."),
    UNKNOWN_CODE(Severity.REJECT, "The code list does not have it.");

    /** What a finding does to its row. */
    public enum Severity {
        /** The row becomes a line. */
        NOTE,
        /** The row becomes a line, but its owner should look at it. */
        WARN,
        /** The row becomes no line. */
        SKIP,
        /** Nothing of the file is sent. */
        REJECT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;
    private final String text;

    Rule(Severity severity, String text) {
        this.severity = severity;
        this.text = text;
    }

    public Severity severity() {
        return severity;
    }

    public String text() {
        return text;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
