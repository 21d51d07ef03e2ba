package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Opens bodies that are one JSON object, which may be hostile. */
final class JsonObjects {
    private JsonObjects() {}

    /** A parser at the start of the object. */
    static JsonParser open(InputStream body) throws IOException {
        JsonParser json = JsonValues.parser(body);
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.close();
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is not a JSON object.");
        }
        return json;
    }

    /** @param json after the end of the object */
    static void requireEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body goes on after the end of its JSON object.");
        }
    }
}
