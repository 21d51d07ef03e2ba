package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.StatedLine;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A submission as JSON Lines: a JSON object on each line of the file. The first may be what the submission says about
 * itself, which is known by its year or flow; all others are lines.
 *
 * @param stated what it says about itself beside the body
 * @param draft whether it may have no lines yet
 */
record NdjsonBody(SpooledBody body, StatedHeader stated, boolean draft) implements SubmissionBody {
    private static final Set<String> ONLY_IN_HEADERS = Set.of("year", "flow", "controlTotal");
    private static final long HEADER_ROW = 1;

    @Override
    public SpooledBody source() {
        return body;
    }

    @Override
    public StatedHeader header(Findings findings) throws IOException {
        if (!beginsWithHeader()) {
            return stated;
        }
        try (JsonParser json = JsonValues.parser(body.open())) {
            json.nextToken();
            Map<String, String> values = new JsonHeader(json, findings, false).read(name -> null);
            return new StatedHeader(values, field -> new Place(HEADER_ROW, field, null)).with(stated, findings);
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    @Override
    public void lines(SubmissionJudge judge) throws IOException {
        NamedBreakdowns breakdowns = new NamedBreakdowns(judge);
        boolean skipFirst = beginsWithHeader();
        boolean any = false;
        try (JsonParser json = JsonValues.parser(body.open())) {
            JsonLine line = JsonLine.withBreakdown(json, judge.findings());
            long end = 0;
            while (json.nextToken() != null) {
                long row = json.currentTokenLocation().getLineNr();
                if (row == end) {
                    throw new Problem(
                            CommonProblem.MALFORMED_BODY, "Line " + row + " goes on after the end of its JSON object.");
                }
                if (json.currentToken() != JsonToken.START_OBJECT) {
                    Place place = new Place(row, null, null);
                    JsonValues.reportType(json, place, "an object with an amount", judge.findings());
                    json.skipChildren();
                } else if (skipFirst) {
                    json.skipChildren();
                } else {
                    StatedLine stated = line.read(StatedLine.ofRow(row));
                    Place place = new Place(row, Columns.BREAKDOWN, null);
                    Optional<BreakdownJudge> breakdown = breakdowns.open(line.breakdown(), place);
                    breakdown.ifPresent(open -> open.judge(stated));
                }
                skipFirst = false;
                any = true;
                end = json.currentLocation().getLineNr();
            }
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
        if (!any && !draft) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is empty.");
        }
    }

    private boolean beginsWithHeader() throws IOException {
        try (JsonParser json = JsonValues.parser(body.open())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (ONLY_IN_HEADERS.contains(json.currentName())) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (JsonProcessingException | CharConversionException e) {
            throw malformed(e);
        }
    }

    private static Problem malformed(IOException e) {
        JsonLocation location = e instanceof JsonProcessingException syntax ? syntax.getLocation() : null;
        String where =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        String what = e instanceof JsonProcessingException syntax ? syntax.getOriginalMessage() : e.getMessage();
        return new Problem(
                CommonProblem.MALFORMED_BODY, "The body is not well-formed JSON Lines" + where + ": " + what + ".", e);
    }
}
