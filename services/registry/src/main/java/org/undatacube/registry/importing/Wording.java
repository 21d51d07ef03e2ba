package org.undatacube.registry.importing;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares texts as a reader would, who does not see how they are set. */
final class Wording {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern BLANKS_AT_THE_ENDS = Pattern.compile("^" + BLANKS + "|" + BLANKS + "$");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Wording() {}

    /** Without blanks at the ends, and with one ordinary blank between words. */
    static String tidy(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Without blanks at the ends. */
    static String trim(String text) {
        return BLANKS_AT_THE_ENDS.matcher(text).replaceAll("");
    }

    /** Whether {@link #tidy} changes more than the ends of a text. */
    static boolean hasOddBlanksWithin(String text) {
        return !text.contains(tidy(text));
    }

    /** Whether two texts have the same words in the same order; case and punctuation do not matter. */
    static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    /** How many of a hundred words of two texts are in both. */
    static int likeness(String one, String other) {
        Set<String> common = words(one);
        Set<String> all = new HashSet<>(common);
        all.addAll(words(other));
        common.retainAll(words(other));
        return all.isEmpty() ? 0 : 100 * common.size() / all.size();
    }

    private static Set<String> words(String text) {
        return Stream.of(bare(text).split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static String bare(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS.matcher(composed).replaceAll(" ").strip();
    }
}
