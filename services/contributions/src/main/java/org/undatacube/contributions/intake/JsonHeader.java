package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.StatedHeader;

/** Reads what a submission says about itself from a JSON object. */
final class JsonHeader {
    static final String BREAKDOWNS = "breakdowns";
    private static final List<String> NUMBERS = List.of("year", "controlTotal");
    private static final String TEST = "test";

    private final JsonParser json;
    private final Findings findings;
    private final FieldNames names;
    private boolean breakdowns;

    /**
     * @param json at the start of the object
     * @param withBreakdowns whether the breakdowns stand in the same object
     */
    JsonHeader(JsonParser json, Findings findings, boolean withBreakdowns) {
        this.json = json;
        this.findings = findings;
        List<String> all = new ArrayList<>(StatedHeader.NAMES);
        if (withBreakdowns) {
            all.add(BREAKDOWNS);
        }
        this.names = new FieldNames("property of a submission", all);
    }

    /** Reads up to the end of the object. */
    Map<String, String> read(UnaryOperator<String> pointers) throws IOException {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            Place place = Place.ofProperty(name, pointers.apply(name));
            JsonToken value = json.nextToken();
            if (!names.names().contains(name)) {
                names.reportUnknown(name, place, findings);
                json.skipChildren();
            } else if (values.containsKey(name)) {
                names.reportRepeated(name, place, findings);
                json.skipChildren();
            } else if (name.equals(BREAKDOWNS)) {
                if (value != JsonToken.START_ARRAY) {
                    JsonValues.reportType(json, place, "an array of breakdowns", findings);
                }
                breakdowns = true;
                values.put(name, "");
                json.skipChildren();
            } else if (name.equals(TEST) && value.isBoolean()) {
                values.put(name, json.getText());
            } else {
                values.put(
                        name,
                        JsonValues.text(json, place, NUMBERS.contains(name), findings)
                                .orElse(null));
            }
        }
        return values;
    }

    /** Whether the object that was read says anything of breakdowns. */
    boolean hasBreakdowns() {
        return breakdowns;
    }
}
