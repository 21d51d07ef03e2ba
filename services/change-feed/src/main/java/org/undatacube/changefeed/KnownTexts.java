package org.undatacube.changefeed;

/** Gives the same text again for characters that it saw lately, as codes come a million times but are few. */
final class KnownTexts {
    private static final int SLOTS = 1 << 13;

    private final String[] known = new String[SLOTS];

    String of(char[] buffer, int offset, int length) {
        int hash = length;
        for (int index = offset; index < offset + length; index++) {
            hash = 31 * hash + buffer[index];
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        String text = known[slot];
        if (text == null || !isOf(text, buffer, offset, length)) {
            text = new String(buffer, offset, length);
            known[slot] = text;
        }
        return text;
    }

    private static boolean isOf(String text, char[] buffer, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (text.charAt(index) != buffer[offset + index]) {
                return false;
            }
        }
        return true;
    }
}
