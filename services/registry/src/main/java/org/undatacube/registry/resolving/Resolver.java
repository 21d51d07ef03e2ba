package org.undatacube.registry.resolving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.http.Language;
import org.undatacube.registry.Folding;
import org.undatacube.registry.codelist.Wording;

/**
 * Says what values mean in one version of a list. The first of these that finds something decides:
 *
 * <ol>
 *   <li>The value is a code, exactly.
 *   <li>It is a code, an alias or a name but for case and surrounding blanks.
 *   <li>It has the letters and digits of one of them. Whatever stands between two digits counts, so that 8.1, 8.10 and 81
 *       are three things.
 *   <li>It is {@linkplain Misspelling like} one of them.
 * </ol>
 *
 * <p>Where the second or the third finds several codes the value is ambiguous, unless there is a year and only one of
 * them may be reported in it.
 */
final class Resolver {
    private final SpellingIndex index;
    private final String level;
    private final Wording wording;
    private final Comparator<Spelling> preference;

    /**
     * @param level of the codes that values can mean; null for any
     * @param wording in which the codes' names are given
     */
    Resolver(SpellingIndex index, String level, Wording wording) {
        this.index = index;
        this.level = level;
        this.wording = wording;
        this.preference = Comparator.comparing(Spelling::kind)
                .thenComparing(spelling -> !wording.language().code().equals(spelling.language()))
                .thenComparing(spelling -> !Language.ENGLISH.code().equals(spelling.language()));
    }

    /** What each means, in their order. What is asked more than once is looked up once. */
    List<Resolution> resolve(List<Question> questions) {
        Map<Question, Resolution> known = new HashMap<>();
        return questions.stream()
                .map(question -> known.computeIfAbsent(question, this::resolve))
                .toList();
    }

    Resolution resolve(Question question) {
        String value = question.value();
        List<Spelling> caseless = onLevel(index.caseless(value));
        Optional<Spelling> exact =
                caseless.stream().filter(spelling -> spelling.isCode(value)).findFirst();
        if (exact.isPresent()) {
            return resolution(question, exact.get().meaningOf(value), meanings(value, caseless));
        }
        if (!caseless.isEmpty()) {
            return spelt(question, meanings(value, caseless));
        }
        String letters = Folding.lettersAndDigits(value);
        List<Spelling> folded = onLevel(index.folded(letters));
        return folded.isEmpty() ? misspelt(question, letters) : spelt(question, meanings(value, folded));
    }

    private Resolution spelt(Question question, List<Meaning> meanings) {
        List<Meaning> possible = meanings;
        if (meanings.size() > 1 && question.year() != null) {
            possible = meanings.stream()
                    .filter(meaning -> meaning.code().isValidIn(question.year()))
                    .toList();
        }
        return possible.size() == 1
                ? resolution(question, possible.get(0), meanings)
                : Resolution.of(question, Match.AMBIGUOUS, meanings, wording);
    }

    private Resolution misspelt(Question question, String letters) {
        Misspelling misspelling = Misspelling.of(letters, level, index);
        List<Meaning> meanings = misspelling.meanings();
        return misspelling.isClear()
                ? resolution(question, meanings.get(0), meanings)
                : Resolution.of(question, Match.NONE, meanings, wording);
    }

    private Resolution resolution(Question question, Meaning meaning, List<Meaning> all) {
        List<Meaning> others = all.stream()
                .filter(other -> !other.code().code().equals(meaning.code().code()))
                .toList();
        return Resolution.of(question, meaning, others, wording);
    }

    private List<Spelling> onLevel(List<Spelling> spellings) {
        return level == null
                ? spellings
                : spellings.stream().filter(spelling -> spelling.isOn(level)).toList();
    }

    /** Of each code the best, the likeliest first. */
    private List<Meaning> meanings(String value, List<Spelling> spellings) {
        Map<String, Meaning> best = new LinkedHashMap<>();
        spellings.stream()
                .sorted(preference)
                .map(spelling -> spelling.meaningOf(value))
                .forEach(meaning -> best.merge(meaning.code().code(), meaning, Meaning::orSurer));
        List<Meaning> meanings = new ArrayList<>(best.values());
        meanings.sort(Comparator.comparing(Meaning::confidence).reversed());
        return meanings;
    }
}
