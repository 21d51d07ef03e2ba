package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.BreakdownJudge.Label;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;
import org.undatacube.contributions.validation.SubmissionJudge;

/** Reads the array of breakdowns. */
final class JsonBreakdowns {
    private static final FieldNames PROPERTIES =
            new FieldNames("property of a breakdown", List.of("dimensions", "lines"));

    private final JsonParser json;
    private final SubmissionJudge judge;
    private final Findings findings;

    /** @param json at the start of the array */
    JsonBreakdowns(JsonParser json, SubmissionJudge judge) {
        this.json = json;
        this.judge = judge;
        this.findings = judge.findings();
    }

    void read() throws IOException {
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            String pointer = "/breakdowns/" + index;
            Place place = Place.ofProperty("breakdowns", pointer);
            if (json.currentToken() != JsonToken.START_OBJECT) {
                JsonValues.reportType(json, place, "an object with lines", findings);
                json.skipChildren();
                continue;
            }
            Optional<BreakdownJudge> breakdown = judge.open(new Label(String.valueOf(index + 1), place));
            if (breakdown.isPresent()) {
                readBreakdown(breakdown.get(), pointer);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readBreakdown(BreakdownJudge breakdown, String parent) throws IOException {
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            String pointer = JsonValues.pointer(parent, name);
            Place place = Place.ofProperty(name, pointer);
            JsonToken value = json.nextToken();
            if (!PROPERTIES.names().contains(name)) {
                PROPERTIES.reportUnknown(name, place, findings);
                json.skipChildren();
            } else if (!seen.add(name)) {
                PROPERTIES.reportRepeated(name, place, findings);
                json.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                if (name.equals("lines")) {
                    readLines(breakdown, pointer);
                } else {
                    readDimensions(breakdown, pointer);
                }
            } else if (value != JsonToken.VALUE_NULL) {
                JsonValues.reportType(json, place, "an array", findings);
                json.skipChildren();
            }
        }
    }

    private void readDimensions(BreakdownJudge breakdown, String pointer) throws IOException {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        boolean sound = true;
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            Place place = Place.ofProperty("dimensions", pointer + "/" + index);
            Optional<String> name = JsonValues.text(json, place, false, findings);
            // every line has an entity: it does not tell breakdowns apart
            Optional<Dimension> dimension = name.flatMap(Dimension::find).filter(found -> found != Dimension.ENTITY);
            if (dimension.isPresent()) {
                dimensions.add(dimension.get());
            } else {
                sound = false;
                name.ifPresent(text -> findings.add(
                        Rule.DIMENSION_UNKNOWN,
                        place,
                        text,
                        "This is not a dimension of a breakdown.",
                        "function, location, instrument, sdg, contributor or gem"));
            }
        }
        if (sound) {
            breakdown.declare(new DimensionSet(dimensions), Place.ofProperty("dimensions", pointer));
        }
    }

    private void readLines(BreakdownJudge breakdown, String pointer) throws IOException {
        for (long index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                breakdown.judge(JsonLine.read(json, StatedLine.ofJson(pointer, index), findings));
            } else {
                Place place = new Place(index + 1, "lines", pointer + "/" + index);
                JsonValues.reportType(json, place, "an object with an amount", findings);
                json.skipChildren();
            }
        }
    }
}
