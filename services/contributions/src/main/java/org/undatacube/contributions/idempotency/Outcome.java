package org.undatacube.contributions.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.undatacube.http.KeptAnswer;
import org.undatacube.http.VersionTag;

/**
 * What a change answers.
 *
 * @param location what was made, or null
 * @param tag of what was made or changed, or null
 * @param view shown as JSON
 */
public record Outcome(int status, String location, VersionTag tag, Object view) {
    private static final int CREATED = 201;
    private static final int OK = 200;

    /** In the form in which it can be given again. */
    public KeptAnswer kept(ObjectMapper json) throws JsonProcessingException {
        return new KeptAnswer(
                status, location, tag == null ? null : tag.header(), json.writeValueAsString(view), false);
    }

    /** Nothing was changed that has an address. */
    public static Outcome shown(Object view) {
        return new Outcome(OK, null, null, view);
    }

    public static Outcome created(String location, VersionTag tag, Object view) {
        return new Outcome(CREATED, location, tag, view);
    }

    public static Outcome changed(VersionTag tag, Object view) {
        return new Outcome(OK, null, tag, view);
    }
}
