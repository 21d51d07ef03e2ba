package org.undatacube.changefeed;

import java.util.Arrays;

/** Gives the same text again for characters that it saw lately, as codes come a million times but are few. */
final class KnownTexts {
    private static final int SLOTS = 1 << 13;

    private final String[] known = new String[SLOTS];
    /** The same texts; arrays are compared many characters at a time. */
    private final char[][] characters = new char[SLOTS][];

    String of(char[] buffer, int offset, int length) {
        int hash = length;
        for (int index = offset; index < offset + length; index++) {
            hash = 31 * hash + buffer[index];
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        if (characters[slot] == null
                || !Arrays.equals(buffer, offset, offset + length, characters[slot], 0, characters[slot].length)) {
            characters[slot] = Arrays.copyOfRange(buffer, offset, offset + length);
            known[slot] = new String(characters[slot]);
        }
        return known[slot];
    }
}
