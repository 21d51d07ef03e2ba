package org.undatacube.registry.coderequest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.undatacube.codelists.NearestSpellings;

/** A name as it is compared: its words in capitals, without accents and marks. */
record NameWords(List<String> words) {
    private static final Set<String> LEGAL_FORMS = Set.of(
            "THE",
            "LTD",
            "LIMITED",
            "INC",
            "INCORPORATED",
            "CORP",
            "CORPORATION",
            "CO",
            "COMPANY",
            "LLC",
            "LLP",
            "PLC",
            "GMBH",
            "AG",
            "KG",
            "EV",
            "SA",
            "SAS",
            "SAU",
            "SARL",
            "SPA",
            "SRL",
            "SL",
            "BV",
            "NV",
            "AB",
            "AS",
            "OY",
            "PTE",
            "PTY");

    static NameWords of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return new NameWords(List.of(plain.split(" ")));
    }

    /** What tells one contributor from another: without what stands in brackets, legal forms, and single letters. */
    static NameWords tellingOf(String name) {
        NameWords all = of(name);
        Predicate<String> telling = word -> word.length() > 1 && !LEGAL_FORMS.contains(word);
        List<String> words = of(name.replaceAll("\\([^)]*\\)", " ")).words().stream()
                .filter(telling)
                .toList();
        return words.isEmpty() ? all : new NameWords(words);
    }

    /** Whether they are the same words in some order, or the same but for one that is misspelt. */
    boolean isNear(NameWords other) {
        if (words.size() != other.words.size()) {
            return false;
        }
        if (sorted().equals(other.sorted())) {
            return true;
        }
        List<Integer> differing = IntStream.range(0, words.size())
                .filter(place -> !words.get(place).equals(other.words.get(place)))
                .boxed()
                .toList();
        return differing.size() == 1 && isMisspelt(words.get(differing.get(0)), other.words.get(differing.get(0)));
    }

    private boolean isMisspelt(String word, String other) {
        // of a single word hardly anything may differ: it is all that there is to tell two names apart
        return words.size() == 1
                ? OneLetter.isBetween(word, other)
                : !NearestSpellings.find(List.of(word), other, 1).isEmpty();
    }

    private List<String> sorted() {
        return words.stream().sorted().toList();
    }
}
