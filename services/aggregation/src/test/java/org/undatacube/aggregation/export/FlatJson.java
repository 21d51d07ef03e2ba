package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer in JSON put flat, as its other formats have it. */
public final class FlatJson {
    private static final String TOTAL = "total";
    private final JsonNode answer;
    private final List<String> drilldowns;
    private final List<String> measures;

    private FlatJson(JsonNode answer) {
        this.answer = answer;
        this.drilldowns = split("drilldown");
        this.measures = split("measures");
    }

    private List<String> split(String property) {
        JsonNode text = answer.get("question").get(property);
        return text == null || text.asText().isEmpty()
                ? List.of()
                : List.of(text.asText().split(",", -1));
    }

    /** As a table has them. */
    public static List<Map<String, String>> rows(JsonNode answer) {
        FlatJson flat = new FlatJson(answer);
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode cell : answer.get(answer.has("cells") ? "cells" : "rows")) {
            Map<String, String> row = new LinkedHashMap<>();
            flat.keys(cell, row);
            if (answer.has("cells")) {
                flat.measures.forEach(measure -> put(row, measure, cell.get(measure)));
            } else {
                for (int column = 0; column < cell.get("cells").size(); column++) {
                    flat.across(
                            row,
                            flat.title(answer.get("columns").get(column)),
                            cell.get("cells").get(column));
                }
                flat.across(row, TOTAL, cell.get(TOTAL));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Cells or rows as they are; but what is nothing but nothing is nothing. */
    public static List<JsonNode> cells(JsonNode answer) {
        List<JsonNode> cells = new ArrayList<>();
        if (answer.has("cells")) {
            answer.get("cells").forEach(cells::add);
        } else {
            for (JsonNode row : answer.get("rows")) {
                ArrayNode its = JsonNodeFactory.instance.arrayNode();
                row.get("cells").forEach(cell -> its.add(isNothing(cell) ? JsonNodeFactory.instance.nullNode() : cell));
                cells.add(((ObjectNode) row.deepCopy()).set("cells", its));
            }
        }
        return cells;
    }

    private static boolean isNothing(JsonNode cell) {
        return cell.properties().stream()
                .allMatch(property -> property.getValue().isNull());
    }

    /** Rows whose measures are properties of their own, made into rows as JSON has them. */
    public static List<JsonNode> unflattened(JsonNode answer, List<JsonNode> lines) {
        FlatJson flat = new FlatJson(answer);
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode line : lines) {
            ObjectNode row = line.deepCopy();
            ArrayNode cells = JsonNodeFactory.instance.arrayNode();
            for (JsonNode column : answer.get("columns")) {
                ObjectNode cell = flat.taken(row, flat.title(column));
                cells.add(isNothing(cell) ? JsonNodeFactory.instance.nullNode() : cell);
            }
            row.set("cells", cells);
            row.set(TOTAL, flat.taken(row, TOTAL));
            rows.add(row);
        }
        return rows;
    }

    private ObjectNode taken(ObjectNode row, String title) {
        ObjectNode cell = JsonNodeFactory.instance.objectNode();
        measures.forEach(measure -> cell.set(measure, row.remove(name(title, measure))));
        return cell;
    }

    /** By the categories of all dimensions the value, as JSON-stat has them. */
    public static Map<Map<String, String>, String> places(JsonNode answer) {
        FlatJson flat = new FlatJson(answer);
        Map<Map<String, String>, String> places = new LinkedHashMap<>();
        if (answer.has("cells")) {
            answer.get("cells").forEach(cell -> flat.place(places, cell, null, cell));
            return places;
        }
        for (JsonNode row : answer.get("rows")) {
            for (int column = 0; column < row.get("cells").size(); column++) {
                flat.place(
                        places,
                        row,
                        answer.get("columns").get(column),
                        row.get("cells").get(column));
            }
            flat.place(places, row, null, row.get(TOTAL));
        }
        return places;
    }

    private void place(Map<Map<String, String>, String> places, JsonNode keys, JsonNode moreKeys, JsonNode figures) {
        if (figures.isNull()) {
            return;
        }
        for (String measure : measures) {
            Map<String, String> categories = new LinkedHashMap<>();
            for (String drilldown : drilldowns) {
                JsonNode key = keys.has(drilldown) || moreKeys == null ? keys.get(drilldown) : moreKeys.get(drilldown);
                categories.put(drilldown, category(key));
            }
            categories.put("measure", measure);
            if (!figures.get(measure).isNull()) {
                places.put(
                        categories,
                        Decoded.plain(new BigDecimal(figures.get(measure).asText())));
            }
        }
    }

    private static String category(JsonNode key) {
        if (key == null) {
            return "_T";
        }
        return key.has("label")
                ? key.get("code").isNull() ? "_O" : key.get("code").asText()
                : key.asText();
    }

    private void keys(JsonNode cell, Map<String, String> row) {
        if (cell.has("grouping")) {
            List<String> grouping = new ArrayList<>();
            cell.get("grouping").forEach(drilldown -> grouping.add(drilldown.asText()));
            Decoded.put(row, "grouping", String.join(" ", grouping));
        }
        for (String drilldown : drilldowns) {
            JsonNode key = cell.get(drilldown);
            if (key != null && key.has("label")) {
                put(row, drilldown, key.get("code"));
                put(row, drilldown + ".label", key.get("label"));
            } else {
                put(row, drilldown, key);
            }
        }
    }

    private void across(Map<String, String> row, String title, JsonNode figures) {
        if (!figures.isNull()) {
            measures.forEach(measure -> put(row, name(title, measure), figures.get(measure)));
        }
    }

    private String name(String title, String measure) {
        return measures.size() == 1 ? title : title + " " + measure;
    }

    private String title(JsonNode column) {
        List<String> parts = new ArrayList<>();
        for (String drilldown : drilldowns) {
            JsonNode key = column.get(drilldown);
            if (key != null) {
                boolean isOthers = key.has("label") && key.get("code").isNull();
                parts.add(isOthers ? key.get("label").asText() : category(key));
            }
        }
        return String.join(" ", parts);
    }

    private static void put(Map<String, String> row, String name, JsonNode value) {
        if (value != null && !value.isNull()) {
            Decoded.put(row, name, value.asText());
        }
    }
}
