package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Values such as files hold them, made from a list's codes and names: right ones, sloppy ones, misspelt ones, strange ones. */
final class RawValues {
    private static final int SEED = 10_000;

    private final Random random = new Random(SEED);
    private final List<String> codes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private RawValues(JsonNode list) {
        for (JsonNode code : list.get("codes")) {
            codes.add(code.get("code").asText());
            names.add(code.get("label").get("en").asText());
        }
    }

    /** The same for the same list: of ten, four codes, two names, one in other letters, two misspelt names, one of none. */
    static List<String> of(JsonNode list, int count) {
        RawValues values = new RawValues(list);
        List<String> made = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            made.add(values.value(number % 10));
        }
        return made;
    }

    private String value(int kind) {
        String name = names.get(random.nextInt(names.size()));
        return switch (kind) {
            case 0, 1, 2, 3 -> codes.get(random.nextInt(codes.size()));
            case 4, 5 -> name;
            case 6 -> name.toUpperCase(Locale.ROOT);
            case 7 -> misspelt(name);
            case 8 -> misspelt(misspelt(name));
            default -> new StringBuilder(name).reverse().toString();
        };
    }

    /** With a letter left out, said twice, exchanged for another or swapped with its neighbour. */
    private String misspelt(String name) {
        if (name.length() < 2) {
            return name;
        }
        StringBuilder changed = new StringBuilder(name);
        int place = random.nextInt(name.length() - 1);
        switch (random.nextInt(4)) {
            case 0 -> changed.deleteCharAt(place);
            case 1 -> changed.insert(place, name.charAt(place));
            case 2 -> changed.setCharAt(place, name.charAt(random.nextInt(name.length())));
            default -> changed.insert(place, name.charAt(place + 1)).deleteCharAt(place + 2);
        }
        return changed.toString();
    }
}
