package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;

/**
 * A submission as JSON. Properties may come in any order: the body is read once for what it says about itself and once
 * for its lines.
 *
 * @param draft whether it may have no breakdowns yet
 */
record JsonBody(SpooledBody body, boolean draft) implements SubmissionBody {
    private static final String BREAKDOWNS = "breakdowns";
    private static final String TEST = "test";
    private static final FieldNames PROPERTIES = new FieldNames(
            "property of a submission",
            List.of("entity", "year", "flow", "controlTotal", "replaces", "source", TEST, BREAKDOWNS));
    private static final List<String> NUMBERS = List.of("year", "controlTotal");

    @Override
    public SpooledBody source() {
        return body;
    }

    @Override
    public StatedHeader header(Findings findings) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = open()) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                Place place = Place.ofProperty(name, JsonValues.pointer("", name));
                JsonToken value = json.nextToken();
                if (!PROPERTIES.names().contains(name)) {
                    PROPERTIES.reportUnknown(name, place, findings);
                    json.skipChildren();
                } else if (values.containsKey(name)) {
                    PROPERTIES.reportRepeated(name, place, findings);
                    json.skipChildren();
                } else if (name.equals(BREAKDOWNS)) {
                    if (value != JsonToken.START_ARRAY) {
                        JsonValues.reportType(json, place, "an array of breakdowns", findings);
                    }
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
            JsonObjects.requireEnd(json);
        }
        if (!values.containsKey(BREAKDOWNS) && !draft) {
            Place place = Place.ofProperty(BREAKDOWNS, "/" + BREAKDOWNS);
            findings.add(Rule.FIELD_MISSING, place, null, "The submission has no breakdowns.", BREAKDOWNS);
        }
        return new StatedHeader(
                values.get("entity"),
                values.get("year"),
                values.get("flow"),
                values.get("controlTotal"),
                values.get("replaces"),
                values.get("source"),
                values.get(TEST),
                true);
    }

    @Override
    public void lines(SubmissionJudge judge) throws IOException {
        try (JsonParser json = open()) {
            boolean read = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(BREAKDOWNS) && !read;
                if (json.nextToken() == JsonToken.START_ARRAY && wanted) {
                    new JsonBreakdowns(json, judge).read();
                    read = true;
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private JsonParser open() throws IOException {
        return JsonObjects.open(body.open());
    }
}
