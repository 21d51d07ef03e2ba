package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.http.Problem;

/** What a request says, by parameter: each was given once at most, and none is unknown. */
public final class Parameters {
    private static final List<String> YES_OR_NO = List.of("true", "false");

    private final Map<String, Item> texts = new HashMap<>();
    private final Map<String, List<Item>> lists = new HashMap<>();
    private final List<CutParts> cuts = new ArrayList<>();

    /**
     * The query parameters of an address.
     *
     * @throws Problem where a parameter is not among the known ones or is given twice
     */
    public Parameters(Map<String, List<String>> given, Collection<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                String shown = Excerpt.of(name);
                throw new Item(shown, null, name, 1)
                        .unknownValue("There is no parameter " + shown + ".", known)
                        .with("value", Excerpt.of(values.get(0)));
            }
            if (values.size() > 1) {
                throw Problem.invalidParameter(
                        name,
                        values.stream().map(Excerpt::of).toList(),
                        name + " is given " + values.size() + " times.",
                        "one " + name);
            }
            put(new Item(name, null, values.get(0), 1));
        });
    }

    Parameters() {}

    void put(Item value) {
        texts.put(value.parameter(), value);
    }

    void put(String name, List<Item> values) {
        lists.put(name, List.copyOf(values));
    }

    void add(CutParts cut) {
        cuts.add(cut);
    }

    /** The cuts that came in parts rather than as text. */
    List<CutParts> cuts() {
        return List.copyOf(cuts);
    }

    public boolean has(String name) {
        return texts.containsKey(name) || lists.containsKey(name);
    }

    /** The items of a parameter that lists several; empty ones are kept, so that their reader can refuse them. */
    List<Item> items(String name, char separator) {
        return lists.containsKey(name)
                ? lists.get(name)
                : item(name).map(value -> value.split(separator)).orElse(List.of());
    }

    /** A parameter's value; empty where it is not given or is blank. */
    Optional<Item> item(String name) {
        if (lists.containsKey(name)) {
            throw new Item(name, "/" + name, "[…]", 1).wrongValue(name + " is one value, not a list.", "one " + name);
        }
        return Optional.ofNullable(texts.get(name))
                .filter(value -> !value.text().isBlank());
    }

    /** The text of a parameter; empty where it is not given or is blank. */
    public Optional<String> text(String name) {
        return item(name).map(value -> value.text().strip());
    }

    /** @throws Problem where it is no whole number within the bounds */
    public Optional<Integer> wholeNumber(String name, int least, int most) {
        return text(name).map(text -> {
            if (text.matches("-?[0-9]{1,10}")) {
                long number = Long.parseLong(text);
                if (least <= number && number <= most) {
                    return (int) number;
                }
            }
            String expected = "a whole number from " + least + " to " + most;
            throw wrong(name, name + " must be " + expected + ".", expected);
        });
    }

    /** @throws Problem where it is none of the words */
    public Optional<String> word(String name, Collection<String> words) {
        return text(name).map(text -> {
            if (!words.contains(text)) {
                String detail = name + " is one of " + String.join(", ", words) + ", not " + Excerpt.of(text) + ".";
                throw texts.get(name).unknownValue(detail, words);
            }
            return text;
        });
    }

    /** @throws Problem where it is neither {@code true} nor {@code false} */
    public Optional<Boolean> yesOrNo(String name) {
        return word(name, YES_OR_NO).map(Boolean::parseBoolean);
    }

    /** A problem with the value of a parameter, or with its absence. */
    public Problem wrong(String name, String detail, Object expected) {
        if (lists.containsKey(name)) {
            return new Item(name, "/" + name, "[…]", 1).wrongValue(detail, expected);
        }
        return Optional.ofNullable(texts.get(name))
                .map(value -> value.wrongValue(detail, expected))
                .orElseGet(() -> Problem.invalidParameter(name, null, detail, expected));
    }
}
