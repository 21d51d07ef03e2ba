package org.undatacube.contributions.intake.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands before the decimals of a number. The other one may then stand between thousands, as may spaces. */
public enum DecimalMark {
    POINT('.', ','),
    COMMA(',', '.');

    private static final int LONGEST = 100;
    /** Whatever number stands in front of thousands does not begin with a zero: 0,500 has decimals. */
    private static final String NUMBER =
            "(?<whole>[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?<between>[%s '’\u00A0\u202F])[0-9]{3}(?:\\k<between>[0-9]{3})*))"
                    + "(?:%s(?<decimals>[0-9]+))?(?<exponent>[eE][+-]?[0-9]{1,6})?";

    private final char mark;
    private final Pattern number;

    DecimalMark(char mark, char thousands) {
        this.mark = mark;
        this.number = Pattern.compile(NUMBER.formatted(Pattern.quote(String.valueOf(thousands)), "\\" + mark));
    }

    public static Optional<DecimalMark> find(String given) {
        return Stream.of(values()).filter(mark -> mark.title().equals(given)).findFirst();
    }

    /**
     * The number with a decimal point and nothing between its thousands; every digit stays. Empty where it is none in
     * this way of writing.
     */
    public Optional<String> plain(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        int separator = text.indexOf(mark);
        if (isNumber(text, separator)) {
            return Optional.of(mark == POINT.mark ? text : text.replace(mark, POINT.mark));
        }
        Matcher matcher = number.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String between = matcher.group("between");
        String whole = matcher.group("whole");
        StringBuilder plain = new StringBuilder(between == null ? whole : whole.replace(between, ""));
        if (matcher.group("decimals") != null) {
            plain.append('.').append(matcher.group("decimals"));
        }
        if (matcher.group("exponent") != null) {
            plain.append(matcher.group("exponent"));
        }
        return Optional.of(plain.toString());
    }

    /**
     * Whether there are only digits and the mark, as in nearly all amounts: that is told without a pattern.
     *
     * @param separator where the first mark is, negative where there is none
     */
    private static boolean isNumber(String text, int separator) {
        int begin = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        return separator < 0
                ? areDigits(text, begin, text.length())
                : areDigits(text, begin, separator) && areDigits(text, separator + 1, text.length());
    }

    private static boolean areDigits(String text, int begin, int end) {
        for (int index = begin; index < end; index++) {
            if (text.charAt(index) < '0' || text.charAt(index) > '9') {
                return false;
            }
        }
        return begin < end;
    }

    /** Whether the two ways of writing make two different numbers of it. */
    public static boolean isAmbiguous(String written) {
        Optional<String> withPoint = POINT.plain(written);
        Optional<String> withComma = COMMA.plain(written);
        return withPoint.isPresent() && withComma.isPresent() && !withPoint.equals(withComma);
    }

    char mark() {
        return mark;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
