package org.undatacube.aggregation.query;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * Reads which cell of a question's answer is meant: {@code 5,2024}, a key for each drilldown as the answer shows it. A
 * comma within a key has a backslash before it, or the keys are a JSON list.
 */
public final class CellReader {
    /** Stands for a drilldown that the cell is not grouped by. */
    private static final String ALL = "*";

    private static final int SUGGESTIONS = 3;
    /** All years show a code under the same member of a level. */
    private static final int ANY_YEAR = 2000;

    private final Question question;
    private final Members members;
    private final List<Item> items;

    /** @throws Problem where there is not one key for each of the question's drilldowns */
    public CellReader(Question question, Members members, Parameters parameters) {
        this.question = question;
        this.members = members;
        this.items = parameters.item(ParameterNames.CELL).map(CellReader::split).orElse(List.of());
        if (items.size() != question.drilldowns().size()) {
            throw parameters.wrong(
                    ParameterNames.CELL,
                    "cell has " + items.size() + " keys, and the question " + drilldowns() + "."
                            + " There is a key for each drilldown, in their order; * for one that the cell is not grouped by."
                            + " A cell of others is of many members and has no keys.",
                    question.drilldowns().isEmpty() ? "no cell" : drilldowns());
        }
    }

    /**
     * A key for each drilldown; empty for one that the cell is not grouped by.
     *
     * @throws Problem where a key is none that an answer could show
     */
    public List<Optional<String>> keys() {
        List<Optional<String>> keys = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            keys.add(item.text().equals(ALL) ? Optional.empty() : Optional.of(key(drilldown(index), item)));
        }
        return keys;
    }

    /**
     * For a cell without lines: an answer can show a code that its list does not have, but only where a line has it.
     *
     * @throws Problem where one of the keys is not listed
     */
    public void requireListed() {
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            if (!item.text().equals(ALL) && drilldown(index) instanceof Drilldown.ByLevel level) {
                CodeList list = members.list(level.dimension());
                if (list.resolve(item.text()).isEmpty()) {
                    List<String> nearest = item.mayBeMisspelt()
                            ? list.nearest(item.text(), SUGGESTIONS).stream()
                                    .map(Code::code)
                                    .toList()
                            : List.of();
                    String did = nearest.isEmpty() ? "" : " Did you mean " + String.join(" or ", nearest) + "?";
                    throw item.wrong(
                                    "The list of " + list.id() + " has no code \"" + item.shown()
                                            + "\", and no line has it." + did,
                                    "a code of the list " + list.id())
                            .with("nearest", nearest.isEmpty() ? null : nearest);
                }
            }
        }
    }

    private Drilldown drilldown(int index) {
        return question.drilldowns().get(index);
    }

    private String drilldowns() {
        return question.drilldowns().isEmpty()
                ? "no drilldown"
                : question.drilldowns().stream().map(Drilldown::key).collect(Collectors.joining(","));
    }

    private String key(Drilldown drilldown, Item item) {
        if (item.text().isEmpty()) {
            throw item.wrong(
                    "A key of cell is empty. The cell of others is of many members and has no code: ask of each of its"
                            + " members, or with * of all.",
                    "a key of " + drilldown.key());
        }
        if (drilldown instanceof Drilldown.ByLevel level) {
            return member(level, item);
        }
        return drilldown instanceof Drilldown.ByGroup group
                ? group(group, item)
                : Integer.toString(YearsReader.year(item));
    }

    private String member(Drilldown.ByLevel level, Item item) {
        CodeList list = members.list(level.dimension());
        String code = list.resolve(item.text()).map(Code::code).orElse(item.text());
        Projection projection = level.projection(members, question.view().structure());
        List<String> shown = projection.keysOf(code, ANY_YEAR);
        boolean isKey = shown.contains(code)
                || projection.stays().stream().anyMatch(stay -> stay.key().equals(code));
        if (!isKey) {
            throw item.unknown(
                    code + " is no key of " + level.key() + ", which shows it under " + shown.get(0) + ".", shown);
        }
        return code;
    }

    private String group(Drilldown.ByGroup drilldown, Item item) {
        Grouping grouping =
                members.grouping(drilldown.dimension(), drilldown.hierarchy()).orElseThrow();
        return grouping.find(item.text())
                .orElseThrow(() -> item.unknown(
                        drilldown.key() + " has no group \"" + item.shown() + "\".",
                        Stream.concat(grouping.groups().stream(), Stream.of(Grouping.NO_GROUP))
                                .toList()));
    }

    private static List<Item> split(Item cell) {
        if (cell.after(0).text().startsWith("[")) {
            return list(cell);
        }
        List<Item> items = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        int start = 0;
        for (int index = 0; index < cell.text().length(); index++) {
            char character = cell.text().charAt(index);
            if (character == '\\' && index + 1 < cell.text().length()) {
                key.append(cell.text().charAt(++index));
            } else if (character == ',') {
                items.add(item(cell, key, start));
                key.setLength(0);
                start = index + 1;
            } else {
                key.append(character);
            }
        }
        items.add(item(cell, key, start));
        return items;
    }

    private static Item item(Item cell, StringBuilder key, int start) {
        return new Item(cell.parameter(), cell.pointer(), key.toString().strip(), cell.place() + start);
    }

    private static List<Item> list(Item cell) {
        JsonText json = new JsonText(cell.text().getBytes(StandardCharsets.UTF_8));
        List<Item> items = new ArrayList<>();
        try {
            json.next();
            for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
                if (token == JsonToken.VALUE_NULL) {
                    items.add(new Item(cell.parameter(), json.pointer(), "", 1));
                } else if (json.isScalar()) {
                    items.add(json.item(cell.parameter()));
                } else {
                    throw json.wrongType(cell.parameter(), "a text or a number");
                }
            }
            if (json.next() != null) {
                throw json.malformed("There is more after the list.");
            }
        } catch (Problem e) {
            if (e.type() != CommonProblem.MALFORMED_BODY) {
                throw e;
            }
            throw cell.wrongValue("cell begins as a JSON list does, but it is none.", "keys such as [\"5\",2024]");
        }
        return items;
    }
}
