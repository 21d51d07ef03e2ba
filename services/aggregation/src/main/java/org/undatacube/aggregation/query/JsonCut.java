package org.undatacube.aggregation.query;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code {"dimension": "location", "level": "region", "members": ["2"], "not": true}}. */
final class JsonCut {
    private static final String DIMENSION = "dimension";
    private static final String LEVEL = "level";
    private static final String HIERARCHY = "hierarchy";
    private static final String ONLY = "only";
    private static final String MEMBERS = "members";
    private static final String NOT = "not";
    private static final List<String> PROPERTIES = List.of(DIMENSION, LEVEL, HIERARCHY, ONLY, MEMBERS, NOT);
    private final JsonText json;
    private final Item whole;
    private final Map<String, Item> texts = new HashMap<>();
    private final Map<String, Boolean> flags = new HashMap<>();
    private final List<Item> members = new ArrayList<>();

    private JsonCut(JsonText json) {
        this.json = json;
        this.whole = new Item(ParameterNames.CUT, json.pointer(), "{…}", 1);
    }

    /** @param json at the start of the object, and then at its end */
    static CutParts read(JsonText json) {
        return new JsonCut(json).read();
    }

    private CutParts read() {
        Set<String> before = new HashSet<>();
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.property(ParameterNames.CUT, PROPERTIES, before);
            json.next();
            switch (name) {
                case ONLY, NOT -> flags.put(name, flag());
                case MEMBERS -> members();
                default -> texts.put(name, text("a text"));
            }
        }
        for (String needed : List.of(DIMENSION, MEMBERS)) {
            if (!before.contains(needed)) {
                throw whole.wrongValue("The cut at " + whole.pointer() + " has no " + needed + ".", needed);
            }
        }
        return parts();
    }

    private CutParts parts() {
        boolean only = flags.getOrDefault(ONLY, false);
        long ways = Stream.of(only, texts.containsKey(LEVEL), texts.containsKey(HIERARCHY))
                .filter(Boolean::booleanValue)
                .count();
        if (ways > 1) {
            throw whole.wrongValue(
                    "The cut at " + whole.pointer() + " has more than one of level, hierarchy and only.",
                    "one of them or none");
        }
        CutParts.By by = only ? CutParts.By.ONLY : CutParts.By.DIMENSION;
        if (texts.containsKey(LEVEL)) {
            by = CutParts.By.LEVEL;
        } else if (texts.containsKey(HIERARCHY)) {
            by = CutParts.By.HIERARCHY;
        }
        return new CutParts(
                flags.getOrDefault(NOT, false),
                texts.get(DIMENSION),
                by,
                Optional.ofNullable(texts.getOrDefault(LEVEL, texts.get(HIERARCHY))),
                List.copyOf(members),
                whole);
    }

    private void members() {
        if (!json.isAtListStart()) {
            throw json.wrongType(ParameterNames.CUT, "a list of codes");
        }
        while (json.next() != JsonToken.END_ARRAY) {
            if (members.size() == CodesReader.MOST_CODES) {
                throw whole.wrongValue(
                        "The cut at " + whole.pointer() + " names more than " + CodesReader.MOST_CODES + " codes.",
                        "at most " + CodesReader.MOST_CODES + " codes");
            }
            members.add(text("a code"));
        }
    }

    private Item text(String expected) {
        if (!json.isScalar()) {
            throw json.wrongType(ParameterNames.CUT, expected);
        }
        return json.item(ParameterNames.CUT).after(0);
    }

    private boolean flag() {
        return json.flag().orElseThrow(() -> json.wrongType(ParameterNames.CUT, "true or false"));
    }
}
