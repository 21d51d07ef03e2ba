package org.undatacube.contributions.idempotency;

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

    public static Outcome created(String location, VersionTag tag, Object view) {
        return new Outcome(CREATED, location, tag, view);
    }

    public static Outcome changed(VersionTag tag, Object view) {
        return new Outcome(OK, null, tag, view);
    }
}
