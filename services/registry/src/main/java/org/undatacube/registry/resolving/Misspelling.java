package org.undatacube.registry.resolving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A value that is no spelling of any code: what it could mean, and whether it is clear which.
 *
 * @param letters the value's letters and digits
 * @param nearest the codes that are spelt alike, the nearest first, each once
 */
record Misspelling(String letters, List<Alike> nearest) {
    private static final int LETTERS_FOR_ONE_WRONG = 5;
    private static final int MOST_WRONG = 4;
    private static final int CLEARLY_FURTHER = 2;

    /** @param wrong how many letters are */
    record Alike(Spelling spelling, String letters, int wrong) {
        private Meaning meaningOf(String misspelt) {
            int longer = Math.max(letters.length(), misspelt.length());
            return new Meaning(
                    spelling.code(), Match.MISSPELLING, spelling.language(), Confidence.misspelt(wrong, longer));
        }
    }

    /** @param level of the codes that it can be; null for any */
    static Misspelling of(String letters, String level, SpellingIndex index) {
        List<Alike> nearest = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NearSpellings.Near near : index.near(letters, farthest(letters))) {
            for (Spelling spelling : index.folded(near.spelling())) {
                if (spelling.isOn(level) && seen.add(spelling.code().code())) {
                    nearest.add(new Alike(spelling, near.spelling(), near.distance()));
                }
            }
        }
        // of two words with as many wrong letters the longer one is the likelier
        nearest.sort(Comparator.comparingInt(Alike::wrong)
                .thenComparing(alike -> -alike.letters().length()));
        return new Misspelling(letters, nearest);
    }

    List<Meaning> meanings() {
        return nearest.stream().map(alike -> alike.meaningOf(letters)).toList();
    }

    /**
     * Whether it can only be the first: at most one letter in five is wrong, and no more than four, no digit is wrong,
     * and every other code is at least two letters further away.
     */
    boolean isClear() {
        return !nearest.isEmpty()
                && nearest.get(0).wrong() <= mostWrong(letters)
                && digits(nearest.get(0).letters()).equals(digits(letters))
                && (nearest.size() == 1
                        || nearest.get(1).wrong() >= nearest.get(0).wrong() + CLEARLY_FURTHER);
    }

    private static int mostWrong(String letters) {
        return Math.min(letters.length() / LETTERS_FOR_ONE_WRONG, MOST_WRONG);
    }

    /** So far that it shows whether the first is clear, and that short words get suggestions too. */
    private static int farthest(String letters) {
        int enough = Math.max(mostWrong(letters), 1) + CLEARLY_FURTHER - 1;
        return Math.min(enough, letters.length() - 1);
    }

    private static String digits(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
