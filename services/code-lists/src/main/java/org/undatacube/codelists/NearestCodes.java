package org.undatacube.codelists;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Nearest spellings by edit distance, over codes and English labels. */
final class NearestCodes {
    private NearestCodes() {}

    private record Candidate(Code code, int distance) {}

    static List<Code> find(Collection<Code> codes, String raw, int limit) {
        String wanted = raw.strip().toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, Math.min(wanted.length() / 3, 4));
        return codes.stream()
                .map(code -> new Candidate(code, distance(code, wanted)))
                .filter(candidate -> candidate.distance() <= farthest)
                .sorted(Comparator.comparingInt(Candidate::distance)
                        .thenComparing(candidate -> candidate.code().code()))
                .limit(limit)
                .map(Candidate::code)
                .toList();
    }

    private static int distance(Code code, String wanted) {
        return Stream.of(code.code(), code.englishLabel())
                .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                .mapToInt(spelling -> levenshtein(spelling, wanted))
                .min()
                .orElseThrow();
    }

    private static int levenshtein(String left, String right) {
        int[] previous = new int[right.length() + 1];
        int[] current = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int substitution = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(substitution, Math.min(previous[column], current[column - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[right.length()];
    }
}
