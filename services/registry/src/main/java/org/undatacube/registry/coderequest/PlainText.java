package org.undatacube.registry.coderequest;

/** Text that can be read by people and kept by the database. */
final class PlainText {
    private PlainText() {}

    static boolean is(String text) {
        return text.codePoints().noneMatch(PlainText::isHidden);
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
