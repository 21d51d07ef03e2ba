package org.undatacube.aggregation.answer.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the service's answer with the oracle's, as both are written. */
public final class Agreement {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Whatever else the note says. */
    private static final Pattern OVERLAP = Pattern.compile("groups of (\\S+) overlap");

    private Agreement() {}

    /** @param where is named in every failure */
    public static void check(
            Map<String, String> question, Map<String, Object> expected, JsonNode answered, String where) {
        try {
            ObjectNode oracle = (ObjectNode) MAPPER.readTree(MAPPER.writeValueAsBytes(expected));
            ObjectNode service = (ObjectNode) MAPPER.readTree(MAPPER.writeValueAsBytes(answered));
            service.set("overlapping", overlapping(service.path("notes"), oracle.get("overlapping")));
            service.path("coverage").path("gaps").forEach(gap -> ((ObjectNode) gap).remove("reason"));
            sortTies(service.at("/obstacle/answerable"));
            sortTies(oracle.at("/obstacle/answerable"));
            if (question.containsValue("additive")) {
                new Additive(question, oracle, service, where).check();
            }
            compare(lines(oracle), lines(service.retain(names(oracle, service))), where);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the oracle speaks of, and what it would if it were there. */
    private static Set<String> names(ObjectNode oracle, ObjectNode service) {
        Set<String> names = new TreeSet<>(Set.of("obstacle", "consolidation", "columns", "rows", "cells"));
        oracle.fieldNames().forEachRemaining(names::add);
        // absent and null are alike
        names.removeIf(name -> service.path(name).isNull() && !oracle.has(name));
        return names;
    }

    private static ArrayNode overlapping(JsonNode notes, JsonNode expected) {
        ArrayNode overlapping = JsonNodeFactory.instance.arrayNode();
        notes.forEach(note -> {
            Matcher matcher = OVERLAP.matcher(note.asText());
            if (matcher.find()) {
                overlapping.add(matcher.group(1));
            }
        });
        return overlapping.size() == 0 && expected.size() == 0 ? (ArrayNode) expected : overlapping;
    }

    /** Only the amounts say in which order the answerable come. */
    private static void sortTies(JsonNode answerable) {
        if (answerable.isArray()) {
            List<JsonNode> all = new ArrayList<>();
            answerable.forEach(all::add);
            Comparator<JsonNode> byAmount = Comparator.comparing(
                    (JsonNode each) -> new BigDecimal(each.get("amount").asText()), Comparator.reverseOrder());
            for (int index = 1; index < all.size(); index++) {
                assertTrue(byAmount.compare(all.get(index - 1), all.get(index)) <= 0, answerable::toString);
            }
            all.sort(byAmount.thenComparing(JsonNode::toString));
            ((ArrayNode) answerable).removeAll().addAll(all);
        }
    }

    /** Names the first line that differs. */
    private static void compare(List<String> expected, List<String> found, String where) {
        for (int line = 0; line < Math.max(expected.size(), found.size()); line++) {
            String wanted = line < expected.size() ? expected.get(line) : "nothing";
            String instead = line < found.size() ? found.get(line) : "nothing";
            if (!wanted.equals(instead)) {
                fail(where + "\n the oracle says " + wanted + "\nthe service says " + instead + "\nthe oracle:\n"
                        + String.join("\n", expected) + "\nthe service:\n" + String.join("\n", found));
            }
        }
    }

    /** One line a value, properties sorted. */
    private static List<String> lines(ObjectNode tree) {
        List<String> lines = new ArrayList<>();
        Map<String, JsonNode> sorted = new TreeMap<>();
        tree.properties().forEach(property -> sorted.put(property.getKey(), property.getValue()));
        sorted.forEach((name, value) -> {
            if (value.isArray()) {
                lines.add(name + ": " + value.size());
                value.forEach(item -> lines.add(name + ": " + sorted(item)));
            } else {
                lines.add(name + ": " + sorted(value));
            }
        });
        return lines;
    }

    private static JsonNode sorted(JsonNode tree) {
        if (tree.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            tree.forEach(item -> items.add(sorted(item)));
            return items;
        }
        if (!tree.isObject()) {
            return tree;
        }
        Map<String, JsonNode> properties = new TreeMap<>();
        tree.properties().forEach(property -> properties.put(property.getKey(), sorted(property.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(properties);
    }
}
