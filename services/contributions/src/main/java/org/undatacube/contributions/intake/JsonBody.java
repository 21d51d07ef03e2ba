package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
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
    private static final String BREAKDOWNS = JsonHeader.BREAKDOWNS;

    @Override
    public SpooledBody source() {
        return body;
    }

    @Override
    public StatedHeader header(Findings findings) throws IOException {
        try (JsonParser json = JsonObjects.open(body.open())) {
            JsonHeader header = new JsonHeader(json, findings, true);
            StatedHeader stated = StatedHeader.inJson(header.read(name -> JsonValues.pointer("", name)));
            JsonObjects.requireEnd(json);
            if (!header.hasBreakdowns() && !draft) {
                Place place = Place.ofProperty(BREAKDOWNS, "/" + BREAKDOWNS);
                findings.add(Rule.FIELD_MISSING, place, null, "The submission has no breakdowns.", BREAKDOWNS);
            }
            return stated;
        }
    }

    @Override
    public void lines(SubmissionJudge judge) throws IOException {
        try (JsonParser json = JsonObjects.open(body.open())) {
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
}
