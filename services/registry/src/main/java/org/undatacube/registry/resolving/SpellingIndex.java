package org.undatacube.registry.resolving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.Folding;

/** Every spelling of every code of one version of a list, to be found in ever looser ways. */
final class SpellingIndex {
    private final Map<String, List<Spelling>> caseless = new HashMap<>();
    private final Map<String, List<Spelling>> folded = new HashMap<>();
    private final NearSpellings near;

    SpellingIndex(CodeList list) {
        list.codes().stream()
                .flatMap(Spelling::of)
                .filter(spelling -> !spelling.text().isBlank())
                .forEach(spelling -> {
                    add(caseless, Spelling.caseless(spelling.text()), spelling);
                    add(folded, Folding.lettersAndDigits(spelling.text()), spelling);
                });
        // what is punctuation alone is like nothing else
        folded.remove("");
        this.near = new NearSpellings(folded.keySet());
    }

    /** Those that the value is but for case and surrounding blanks. */
    List<Spelling> caseless(String value) {
        return caseless.getOrDefault(Spelling.caseless(value), List.of());
    }

    /** @param letters a value's {@linkplain Folding#lettersAndDigits letters and digits} */
    List<Spelling> folded(String letters) {
        return folded.getOrDefault(letters, List.of());
    }

    /** @param letters a value's letters and digits, of which at most so many may be wrong */
    List<NearSpellings.Near> near(String letters, int mostWrong) {
        return near.find(letters, mostWrong);
    }

    private static void add(Map<String, List<Spelling>> spellings, String key, Spelling spelling) {
        spellings.computeIfAbsent(key, unseen -> new ArrayList<>(1)).add(spelling);
    }
}
