package org.undatacube.codelists;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Nearest spellings over codes and English labels. */
final class NearestCodes {
    private NearestCodes() {}

    private record Candidate(Code code, int distance) {}

    static List<Code> find(Collection<Code> codes, String raw, int limit) {
        String wanted = NearestSpellings.fold(raw);
        int farthest = NearestSpellings.farthest(wanted);
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
                .map(NearestSpellings::fold)
                .mapToInt(spelling -> NearestSpellings.distance(spelling, wanted))
                .min()
                .orElseThrow();
    }
}
