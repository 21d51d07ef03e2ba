package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A submission as JSON. Properties may come in any order: the body is read once for what it says about itself and once
 * for its lines.
 *
 * @param draft whether it may have no breakdowns yet
 */
record JsonBody(SpooledBody body, boolean draft) implements SubmissionBody {
    private static final String BREAKDOWNS = JsonHeader.BREAKDOWNS;

    @Override
    public StatedHeader header(Findings findings) throws IOException {
        try (JsonParser json = open()) {
            JsonHeader header = new JsonHeader(json, findings, true);
            StatedHeader stated = StatedHeader.inJson(header.read(name -> JsonValues.pointer("", name)));
            requireEnd(json);
            if (!header.hasBreakdowns() && !draft) {
                Place place = Place.ofProperty(BREAKDOWNS, "/" + BREAKDOWNS);
                findings.add(Rule.FIELD_MISSING, place, null, "The submission has no breakdowns.", BREAKDOWNS);
            }
            return stated;
        }
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
        JsonParser json = JsonValues.parser(body.open());
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.close();
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is not a JSON object.");
        }
        return json;
    }

    private static void requireEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body goes on after the end of its JSON object.");
        }
    }
}
