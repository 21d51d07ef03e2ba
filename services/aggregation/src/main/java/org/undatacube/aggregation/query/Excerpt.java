package org.undatacube.aggregation.query;

/** What a problem repeats of what it was sent: not more than a line, and nothing that could change how the rest looks. */
public final class Excerpt {
    private static final int MOST_CHARACTERS = 100;
    private static final int UNSHOWABLE = 0xFFFD;

    private Excerpt() {}

    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MOST_CHARACTERS)
                .map(character -> isShowable(character) ? character : UNSHOWABLE)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > MOST_CHARACTERS ? shown + "…" : shown.toString();
    }

    private static boolean isShowable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
