package org.undatacube.contributions.intake;

/** How a code is written where it is chosen from a list: E01 – Development assistance. */
public final class Choice {
    private static final String BEFORE_LABEL = " – ";

    private Choice() {}

    public static String of(String code, String label) {
        return code.equals(label) ? code : code + BEFORE_LABEL + label;
    }

    /** The code of what was chosen; what was typed stays as it is. */
    static String code(String written) {
        int label = written.indexOf(BEFORE_LABEL);
        return label < 0 ? written : written.substring(0, label).strip();
    }
}
