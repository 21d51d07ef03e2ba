package org.undatacube.contributions.window;

import java.time.Instant;

/**
 * Why a year cannot be reported by an entity now.
 *
 * @param deadline the entity's own
 * @param contact whom to ask
 */
public record Closure(String entity, int year, Instant opens, Instant deadline, String contact) {

    /** What is wrong. */
    public String message() {
        return "%s can be reported by %s from %s to %s.".formatted(year, entity, opens, deadline);
    }

    /** What would be right. */
    public String advice() {
        return "ask " + contact + " for an extension";
    }
}
