package org.undatacube.aggregation.answer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The same question as JSON, in any of the forms that are the same. */
public final class QuestionAsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NUMBERS = List.of("edition", "top", "limit", "offset", "decimals");
    private static final List<String> LISTS_BY_COMMA = List.of("drilldown", "columns", "measures", "per", "order");

    private final Random random;

    public QuestionAsJson(Random random) {
        this.random = random;
    }

    public String write(Map<String, String> parameters) {
        ObjectNode object = NODES.objectNode();
        parameters.forEach((name, text) -> object.set(name, value(name, text)));
        return object.toString();
    }

    private JsonNode value(String name, String text) {
        if (NUMBERS.contains(name) || (name.equals("structure") && text.startsWith("2"))) {
            return random.nextBoolean() ? NODES.numberNode(Long.parseLong(text)) : NODES.textNode(text);
        }
        if (name.equals("gaps") || name.equals("others")) {
            return random.nextBoolean() ? NODES.booleanNode(Boolean.parseBoolean(text)) : NODES.textNode(text);
        }
        if (random.nextInt(3) == 0) {
            return NODES.textNode(text);
        }
        if (LISTS_BY_COMMA.contains(name)) {
            return array(text.split(",", -1));
        }
        if (name.equals("where") || name.equals("having")) {
            return array(text.split("\\|", -1));
        }
        if (name.equals("cut")) {
            ArrayNode cuts = NODES.arrayNode();
            for (String cut : text.split("\\|", -1)) {
                cuts.add(random.nextInt(3) == 0 ? NODES.textNode(cut) : cut(cut));
            }
            return cuts;
        }
        return NODES.textNode(text);
    }

    private static ArrayNode array(String... items) {
        ArrayNode array = NODES.arrayNode();
        for (String item : items) {
            array.add(item);
        }
        return array;
    }

    /** The cut's parts as properties. */
    private ObjectNode cut(String text) {
        boolean not = text.startsWith("!");
        String[] parts = (not ? text.substring(1) : text).split(":", -1);
        ObjectNode cut = NODES.objectNode().put("dimension", parts[0]);
        if (parts.length > 2) {
            switch (parts[1]) {
                case "only" -> cut.put("only", true);
                // the names of the random hierarchies
                case "ones", "others" -> cut.put("hierarchy", parts[1]);
                default -> cut.put("level", parts[1]);
            }
        }
        ArrayNode members = cut.putArray("members");
        for (String member : parts[parts.length - 1].split(";", -1)) {
            if (parts[0].equals("year") && !member.contains("..") && random.nextBoolean()) {
                members.add(Integer.parseInt(member));
            } else {
                members.add(member);
            }
        }
        if (not || random.nextInt(6) == 0) {
            cut.put("not", not);
        }
        return cut;
    }
}
