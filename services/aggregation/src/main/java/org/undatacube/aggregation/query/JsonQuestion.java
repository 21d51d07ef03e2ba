package org.undatacube.aggregation.query;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.undatacube.http.Problem;

/**
 * Reads a question from a JSON object. Each parameter is a property: the text that it is in an address, or a list of its
 * items; numbers, true and false may be written as such. A cut may be an object.
 */
public final class JsonQuestion {
    private static final Set<String> LISTS = Set.of(
            ParameterNames.DRILLDOWN,
            ParameterNames.COLUMNS,
            ParameterNames.CUT,
            ParameterNames.WHERE,
            ParameterNames.MEASURES,
            ParameterNames.HAVING,
            ParameterNames.PER,
            ParameterNames.ORDER);
    private static final int MOST_ITEMS = 1_000;

    private final JsonText json;
    private final Collection<String> known;
    private final Parameters parameters = new Parameters();

    private JsonQuestion(JsonText json, Collection<String> known) {
        this.json = json;
        this.known = known;
    }

    /**
     * @param body short enough to be held as it is
     * @throws Problem where it is no JSON object with nothing but known properties, each once and of the right type
     */
    public static Parameters read(byte[] body, Collection<String> known) {
        return new JsonQuestion(new JsonText(body), known).read();
    }

    private Parameters read() {
        if (json.next() != JsonToken.START_OBJECT) {
            throw json.malformed("The body is not a JSON object, such as {\"drilldown\": \"sdg.goal,year\"}.");
        }
        Set<String> before = new HashSet<>();
        while (json.next() == JsonToken.FIELD_NAME) {
            String name = json.property(null, known, before);
            json.next();
            value(name);
        }
        if (json.next() != null) {
            throw json.malformed("There is more in the body after its object.");
        }
        return parameters;
    }

    private void value(String name) {
        if (json.isScalar()) {
            parameters.put(json.item(name));
            return;
        }
        if (!LISTS.contains(name) || !json.isAtListStart()) {
            throw json.wrongType(name, expected(name));
        }
        list(name);
    }

    private static String expected(String name) {
        if (!LISTS.contains(name)) {
            return "a text, a number, true or false";
        }
        return name.equals(ParameterNames.CUT) ? "a text, or a list of texts and objects" : "a text or a list of texts";
    }

    private void list(String name) {
        List<Item> items = new ArrayList<>();
        for (int count = 1; json.next() != JsonToken.END_ARRAY; count++) {
            if (count > MOST_ITEMS) {
                throw json.wrongType(name, "at most " + MOST_ITEMS + " items long");
            }
            if (json.isScalar()) {
                items.add(json.item(name).after(0));
            } else if (name.equals(ParameterNames.CUT) && json.isAtObjectStart()) {
                parameters.add(JsonCut.read(json));
            } else {
                throw json.wrongType(name, name.equals(ParameterNames.CUT) ? "a text or an object" : "a text");
            }
        }
        parameters.put(name, items);
    }
}
