package org.undatacube.contributions.validation;

import java.util.Optional;

/** Free text of a submission: what can be stored and shown, and what cannot. */
final class Text {
    private static final int LONGEST_QUOTE = 200;
    private static final int LAST_OF_ASCII = 0x7F;

    private Text() {}

    /** What is wrong with a text, if anything. Line breaks and tabs are fine. */
    static Optional<String> flaw(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("It has " + text.length() + " characters; the longest allowed is " + longest + ".");
        }
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0) {
                return Optional.of("It has a control character at position " + (index + 1) + ".");
            }
            if (Character.isSurrogate(character)) {
                if (!isPair(text, index)) {
                    return Optional.of("It has half of a surrogate pair at position " + (index + 1) + ".");
                }
                index++;
            }
        }
        return Optional.empty();
    }

    /** The beginning of a value in a form that can be put into any answer and into the store. */
    static String quotable(String value) {
        StringBuilder quotable = new StringBuilder();
        for (int index = 0; index < value.length() && index < LONGEST_QUOTE; index++) {
            char character = value.charAt(index);
            if (Character.isSurrogate(character) && isPair(value, index)) {
                quotable.append(character).append(value.charAt(index + 1));
                index++;
            } else if (Character.isSurrogate(character)
                    || Character.isISOControl(character)
                    || isInvisible(character)) {
                quotable.append('\uFFFD');
            } else {
                quotable.append(character);
            }
        }
        return value.length() > LONGEST_QUOTE ? quotable + "…" : quotable.toString();
    }

    /** A character that cannot be seen, such as a mark of the direction of writing or a space of no width. */
    record Invisible(int codePoint, int position, String without) {
        String message() {
            return "It has the invisible character U+%04X at position %d.".formatted(codePoint, position);
        }
    }

    /** The first character of a code or number that cannot be seen. */
    static Optional<Invisible> invisible(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (isInvisible(text.charAt(index))) {
                String without = text.codePoints()
                        .filter(point -> !isInvisible(point))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                return Optional.of(new Invisible(text.charAt(index), index + 1, quotable(without)));
            }
        }
        return Optional.empty();
    }

    private static boolean isInvisible(int point) {
        return point > LAST_OF_ASCII && Character.getType(point) == Character.FORMAT;
    }

    private static boolean isPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
