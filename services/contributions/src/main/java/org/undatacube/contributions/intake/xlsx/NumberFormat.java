package org.undatacube.contributions.intake.xlsx;

import java.util.regex.Pattern;

/** The formats in which spreadsheets show numbers, by their numbers and codes (ECMA-376, part 1, 18.8.30). */
final class NumberFormat {
    private static final int FIRST_CUSTOM = 164;
    /** Quoted texts, single escaped characters, and colours, conditions and locales in brackets. */
    private static final Pattern NOT_A_PLACEHOLDER = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");

    private static final Pattern OF_DATES = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    private NumberFormat() {}

    /** @param code null where the format is one of those that every spreadsheet knows */
    static boolean isDate(Integer id, String code) {
        if (code != null) {
            String placeholders = NOT_A_PLACEHOLDER.matcher(code).replaceAll("");
            return !placeholders.equalsIgnoreCase("General")
                    && OF_DATES.matcher(placeholders).find();
        }
        return id != null && id < FIRST_CUSTOM && isBuiltInDate(id);
    }

    private static boolean isBuiltInDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }
}
