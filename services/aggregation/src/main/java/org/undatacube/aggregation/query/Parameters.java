package org.undatacube.aggregation.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/** The query parameters of a request, of which each may be given once and none may be unknown. */
public final class Parameters {
    private static final int SUGGESTIONS = 3;

    private final Map<String, String> values = new HashMap<>();

    /** @throws Problem where a parameter is not among the known ones or is given twice */
    public Parameters(Map<String, List<String>> given, Collection<String> known) {
        given.forEach((name, texts) -> {
            if (!known.contains(name)) {
                throw wrong(name, texts.get(0), "There is no parameter " + name + ".", known, name);
            }
            if (texts.size() > 1) {
                throw Problem.invalidParameter(
                        name, texts, name + " is given " + texts.size() + " times.", "one " + name);
            }
            values.put(name, texts.get(0));
        });
    }

    /** The text of a parameter; empty where it is not given or is blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** @throws Problem where it is no whole number within the bounds */
    public Optional<Integer> wholeNumber(String name, int least, int most) {
        return text(name).map(text -> {
            try {
                int number = Integer.parseInt(text);
                if (least <= number && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // said below, as for a number out of bounds
            }
            String expected = "a whole number from " + least + " to " + most;
            throw Problem.invalidParameter(name, text, name + " must be " + expected + ".", expected);
        });
    }

    /** @throws Problem where it is none of the words */
    public Optional<String> word(String name, Collection<String> words) {
        return text(name).map(text -> {
            if (!words.contains(text)) {
                throw wrong(
                        name,
                        text,
                        name + " is one of " + String.join(", ", words) + ", not " + text + ".",
                        words,
                        text);
            }
            return text;
        });
    }

    /** A problem with a value of which a part is a word that is not known. */
    static Problem wrong(String parameter, Object value, String detail, Collection<String> right, String word) {
        List<String> nearest = NearestSpellings.find(right, word, SUGGESTIONS);
        String question = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
        return Problem.invalidParameter(parameter, value, detail + question, right)
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }
}
