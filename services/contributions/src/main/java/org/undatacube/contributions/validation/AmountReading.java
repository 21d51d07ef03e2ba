package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.undatacube.contributions.submission.Amount;

/** What a text says as an amount. */
sealed interface AmountReading {
    int MOST_DECIMALS = 9;
    int MOST_DIGITS = 20;

    /** @param withExponent whether it was written like 1.2E+06 */
    record Read(Amount amount, boolean withExponent) implements AmountReading {}

    /** @param rule the rule that speaks against it */
    record Unreadable(Rule rule, String message, String expected) implements AmountReading {}

    /** Tells amounts from other text; never makes a number whose size depends on an exponent. */
    static AmountReading of(String text) {
        String digits = text.strip();
        if (digits.length() > Grammar.LONGEST || !Grammar.NUMBER.matcher(digits).matches()) {
            return new Unreadable(Rule.AMOUNT_NOT_A_NUMBER, "This is not a number.", Grammar.guess(digits));
        }
        BigDecimal value = new BigDecimal(digits);
        // as long, since an exponent of a few digits is far outside of what is allowed but within an int
        long integerDigits = (long) value.precision() - value.scale();
        if (integerDigits > MOST_DIGITS) {
            return new Unreadable(
                    Rule.AMOUNT_DIGITS,
                    "The amount has " + integerDigits + " digits before the point.",
                    "at most " + MOST_DIGITS + " digits before the point");
        }
        if (value.scale() > MOST_DECIMALS) {
            return new Unreadable(
                    Rule.AMOUNT_DECIMALS,
                    "The amount has " + value.scale() + " decimals.",
                    "at most " + MOST_DECIMALS + " decimals");
        }
        boolean withExponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return new Read(new Amount(value.scale() < 0 ? value.setScale(0) : value), withExponent);
    }

    /** How amounts are written. */
    final class Grammar {
        private static final int LONGEST = 100;
        private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");
        private static final Pattern WITH_SEPARATORS =
                Pattern.compile("[+-]?[0-9]{1,3}([,' \u00A0\u202F][0-9]{3})+(\\.[0-9]+)?");
        private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
        private static final Pattern NOT_IN_NUMBER = Pattern.compile("[^0-9.+-]");

        private Grammar() {}

        private static String guess(String digits) {
            String example = "a decimal number such as 1200.50";
            if (digits.length() <= LONGEST && WITH_SEPARATORS.matcher(digits).matches()) {
                return NOT_IN_NUMBER.matcher(digits).replaceAll("") + ", without thousands separators";
            }
            if (digits.length() <= LONGEST && DECIMAL_COMMA.matcher(digits).matches()) {
                return digits.replace(',', '.') + ", with a decimal point";
            }
            return example;
        }
    }
}
