package org.undatacube.codelists;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a misspelt word was probably meant to be, by edit distance and without regard to case. */
public final class NearestSpellings {
    private NearestSpellings() {}

    private record Candidate(String spelling, int distance) {}

    /** The right spellings that are near to a wrong one, best first; none where nothing is near. */
    public static List<String> find(Collection<String> spellings, String wrong, int limit) {
        String wanted = fold(wrong);
        int farthest = farthest(wanted);
        return spellings.stream()
                .map(spelling -> new Candidate(spelling, distance(fold(spelling), wanted)))
                .filter(candidate -> candidate.distance() <= farthest)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::spelling))
                .limit(limit)
                .map(Candidate::spelling)
                .toList();
    }

    /** How many letters may differ for two spellings still to be called near. */
    static int farthest(String wanted) {
        return Math.max(1, Math.min(wanted.length() / 3, 4));
    }

    static String fold(String spelling) {
        return spelling.strip().toLowerCase(Locale.ROOT);
    }

    /** How many letters must be put in, left out, exchanged for another or swapped with their neighbour. */
    static int distance(String left, String right) {
        int[][] distances = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                if (row == 0 || column == 0) {
                    distances[row][column] = row + column;
                    continue;
                }
                boolean same = left.charAt(row - 1) == right.charAt(column - 1);
                int edited = Math.min(distances[row - 1][column], distances[row][column - 1]) + 1;
                int least = Math.min(edited, distances[row - 1][column - 1] + (same ? 0 : 1));
                boolean swapped = row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1);
                distances[row][column] = swapped ? Math.min(least, distances[row - 2][column - 2] + 1) : least;
            }
        }
        return distances[left.length()][right.length()];
    }
}
