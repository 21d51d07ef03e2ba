package org.undatacube.registry.coderequest;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.undatacube.codelists.CodeList;

/** Finds a free code for a contributor: what it calls itself, else its initials, else its initials and a number. */
final class CodeProposal {
    private static final Set<String> SMALL_WORDS = Set.of(
            "A", "AN", "AND", "AT", "BY", "DE", "DEL", "DES", "DI", "DU", "E", "EL", "ET", "FOR", "FUR", "IN", "LA",
            "LE", "OF", "ON", "PARA", "THE", "TO", "UND", "Y");
    private static final int SHORTEST = 3;
    private static final int ROOM_FOR_NUMBER = 8;
    private static final Transliterator LATIN_CAPITALS =
            Transliterator.getInstance("Any-Latin; Latin-ASCII; Any-Upper");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z][A-Z0-9]{2,9})\\)");

    private CodeProposal() {}

    /** The same for the same name and lists, and nobody else's. */
    static String of(Contributor wanted, CodeList contributors, CodeList locations) {
        Predicate<String> free = code -> contributors.resolve(code).isEmpty();
        if (wanted.isGovernment()) {
            Optional<String> country = Optional.ofNullable(wanted.country()).filter(free);
            if (country.isPresent()) {
                return country.get();
            }
        }
        List<String> candidates = candidates(wanted.name());
        return candidates.stream()
                .filter(free.and(code -> Countries.find(locations, code).isEmpty()))
                .findFirst()
                .orElseGet(() -> numbered(candidates.get(0), free));
    }

    private static List<String> candidates(String name) {
        List<String> words = words(name);
        List<String> candidates = new ArrayList<>();
        IN_BRACKETS.matcher(name).results().map(found -> found.group(1)).forEach(candidates::add);
        if (words.size() == 1) {
            candidates.add(words.get(0));
        }
        String initials = words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        candidates.add(initials);
        // more and more of the first word: PORTR, then PORTROT …
        IntStream.rangeClosed(2, words.get(0).length())
                .mapToObj(letters -> words.get(0).substring(0, letters) + initials.substring(1))
                .forEach(candidates::add);
        return candidates.stream()
                .map(code -> code.substring(0, Math.min(code.length(), CodeJudge.LONGEST)))
                .filter(code -> code.length() >= SHORTEST && code.matches(".*[A-Z].*"))
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.isEmpty() ? List.of(initials + "X") : found));
    }

    private static String numbered(String code, Predicate<String> free) {
        String start = code.substring(0, Math.min(code.length(), ROOM_FOR_NUMBER));
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> start + number)
                .filter(free)
                .findFirst()
                .orElseThrow();
    }

    /** The name's words in capital letters and digits, from whatever script; those of no weight left out where others are. */
    private static List<String> words(String name) {
        String latin = LATIN_CAPITALS.transliterate(name.replaceAll("\\([^)]*\\)", " "));
        List<String> all = Pattern.compile("[A-Z0-9]+")
                .matcher(latin.replace("'", ""))
                .results()
                .map(MatchResult::group)
                .toList();
        List<String> weighty =
                all.stream().filter(word -> !SMALL_WORDS.contains(word)).toList();
        return Stream.of(weighty, all, List.of("CONTRIBUTOR"))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
