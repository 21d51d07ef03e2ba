package org.undatacube.registry;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** How texts are compared where it does not matter how exactly they are written. */
public final class Folding {
    // what is no letter of its own: marks on letters, invisible characters, the stroke that lengthens Arabic words;
    // then
    // Arabic letters that are often written for one another
    private static final Transliterator PLAIN = Transliterator.createFromRules("plain", """
            :: NFKD;
            :: [[:Mn:][:Cf:]\\u0640] Remove;
            :: Latin-ASCII;
            :: Lower;
            \\u0629 > \\u0647;
            \\u0649 > \\u064A;
            \\u0671 > \\u0627;
            """, Transliterator.FORWARD);

    private Folding() {}

    /** Without regard to case and accents, in any script. */
    public static String plain(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : PLAIN.transliterate(text);
    }

    /**
     * Letters and digits alone, without regard to case and accents. Whatever stands between two digits is kept as a dot,
     * so that 8.1 is not 81.
     */
    public static String lettersAndDigits(String text) {
        String plain = plain(text);
        StringBuilder kept = new StringBuilder(plain.length());
        boolean separated = false;
        for (int place = 0; place < plain.length(); place++) {
            char character = plain.charAt(place);
            if (!Character.isLetterOrDigit(character) && !Character.isSurrogate(character)) {
                separated = true;
                continue;
            }
            if (separated && Character.isDigit(character) && endsInDigit(kept)) {
                kept.append('.');
            }
            kept.append(character);
            separated = false;
        }
        return kept.toString();
    }

    private static boolean endsInDigit(StringBuilder text) {
        return text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
