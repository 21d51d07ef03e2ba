package org.undatacube.registry.resolving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Finds the spellings that are a few letters away from a misspelt one.
 *
 * <p>Only those are compared letter by letter that have enough pairs of neighbouring letters in common with it (the first
 * and the last letter make a pair with the edge): one wrong letter spoils two pairs at most, two swapped ones three. So
 * nothing near is overlooked, save what has not one pair in common, as only words of up to five letters can.
 */
final class NearSpellings {
    private static final char EDGE = '\0';
    private static final int PAIRS_SPOILT = 3;
    private static final int[] NOWHERE = {};

    private final Map<Character, Character> letters = new HashMap<>();
    private final String[] spellings;
    private final ComparedWord[] words;
    private final int longest;
    /** By a pair of letters, the places of the spellings that have it, as often as they have it. */
    private final Map<Integer, int[]> places;

    /** @param distance how many letters must be put in, left out, exchanged or swapped with their neighbour */
    record Near(String spelling, int distance) {}

    /** @param spellings all different, none empty */
    NearSpellings(Collection<String> spellings) {
        this.spellings = spellings.toArray(String[]::new);
        spellings.forEach(
                spelling -> spelling.chars().forEach(letter -> letters.putIfAbsent((char) letter, (char) letter)));
        this.words = spellings.stream().map(this::word).toArray(ComparedWord[]::new);
        this.longest = spellings.stream().mapToInt(String::length).max().orElse(0);
        this.places = places(this.spellings);
    }

    /** Those that are at most so many letters away, the nearest first. */
    List<Near> find(String wrong, int farthest) {
        if (wrong.isEmpty() || wrong.length() > longest + farthest) {
            return List.of();
        }
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(farthest);
        ComparedWord compared = word(wrong);
        int[] shared = sharedPairs(wrong);
        List<Near> near = new ArrayList<>();
        for (int place = 0; place < spellings.length; place++) {
            if (shared[place] > 0 && mayBeNear(wrong, spellings[place], shared[place], farthest)) {
                int letters = distance.apply(compared, words[place]);
                if (letters >= 0) {
                    near.add(new Near(spellings[place], letters));
                }
            }
        }
        near.sort(Comparator.comparingInt(Near::distance));
        return near;
    }

    private static boolean mayBeNear(String wrong, String spelling, int shared, int farthest) {
        int longer = Math.max(wrong.length(), spelling.length());
        return shared >= longer + 1 - PAIRS_SPOILT * farthest
                && Math.abs(wrong.length() - spelling.length()) <= farthest;
    }

    /** How many pairs each spelling has in common with this one, or some more where a pair is repeated. */
    private int[] sharedPairs(String wrong) {
        int[] shared = new int[spellings.length];
        pairs(wrong).distinct().forEach(pair -> {
            for (int place : places.getOrDefault(pair, NOWHERE)) {
                shared[place]++;
            }
        });
        return shared;
    }

    private ComparedWord word(String text) {
        return new ComparedWord(text.chars()
                .mapToObj(letter -> letters.getOrDefault((char) letter, (char) letter))
                .toList());
    }

    private static Map<Integer, int[]> places(String[] spellings) {
        Map<Integer, List<Integer>> growing = new HashMap<>();
        for (int place = 0; place < spellings.length; place++) {
            int here = place;
            pairs(spellings[place])
                    .forEach(pair -> growing.computeIfAbsent(pair, unseen -> new ArrayList<>())
                            .add(here));
        }
        Map<Integer, int[]> places = new HashMap<>();
        growing.forEach((pair, found) ->
                places.put(pair, found.stream().mapToInt(Integer::intValue).toArray()));
        return places;
    }

    private static IntStream pairs(String text) {
        return IntStream.rangeClosed(0, text.length())
                .map(place -> letter(text, place - 1) << Character.SIZE | letter(text, place));
    }

    private static char letter(String text, int place) {
        return place < 0 || place == text.length() ? EDGE : text.charAt(place);
    }
}
