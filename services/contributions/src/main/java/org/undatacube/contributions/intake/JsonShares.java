package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;

/** Reads shares of SDGs that are objects into the text that tables have for them. */
final class JsonShares {
    private static final String SDG = "sdg";
    private static final String PERCENT = "percent";
    private static final FieldNames PROPERTIES = new FieldNames("property of a share", List.of(SDG, PERCENT));
    /** The judge refuses longer ones; more is not kept. */
    private static final int LONGEST = 10_000;

    private final JsonParser json;
    private final Findings findings;
    private final Place line;

    /** @param json at the start of the array */
    JsonShares(JsonParser json, StatedLine line, Findings findings) {
        this.json = json;
        this.findings = findings;
        this.line = line.at(LineField.SDGS);
    }

    /** Empty where it could not be read, which has been said. */
    Optional<String> read() throws IOException {
        StringBuilder shares = new StringBuilder();
        boolean sound = true;
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            String pointer = line.pointer() == null ? null : line.pointer() + "/" + index;
            if (json.currentToken() != JsonToken.START_OBJECT) {
                JsonValues.reportType(json, place(line.field(), pointer), "an object with sdg and percent", findings);
                json.skipChildren();
                sound = false;
                continue;
            }
            Map<String, String> share = readShare(pointer);
            sound &= share.size() == PROPERTIES.names().size();
            if (sound && shares.length() < LONGEST) {
                shares.append(index == 0 ? "" : ";")
                        .append(share.get(SDG))
                        .append('=')
                        .append(share.get(PERCENT));
            }
        }
        return sound ? Optional.of(shares.toString()) : Optional.empty();
    }

    private Map<String, String> readShare(String parent) throws IOException {
        Map<String, String> share = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Place place = place(name, parent == null ? null : JsonValues.pointer(parent, name));
            json.nextToken();
            if (!PROPERTIES.names().contains(name)) {
                PROPERTIES.reportUnknown(name, place, findings);
                json.skipChildren();
            } else if (share.containsKey(name)) {
                PROPERTIES.reportRepeated(name, place, findings);
                json.skipChildren();
            } else {
                JsonValues.text(json, place, name.equals(PERCENT), findings).ifPresent(text -> share.put(name, text));
            }
        }
        for (String name : PROPERTIES.names()) {
            if (!share.containsKey(name)) {
                findings.add(
                        Rule.FIELD_MISSING, place(line.field(), parent), null, "The share has no " + name + ".", name);
            }
        }
        return share;
    }

    private Place place(String field, String pointer) {
        return new Place(line.row(), field, pointer);
    }
}
