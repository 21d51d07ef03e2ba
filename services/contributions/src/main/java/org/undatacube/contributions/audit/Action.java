package org.undatacube.contributions.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done. A code never changes its meaning: steps keep it for ever. */
public enum Action {
    CREATED,
    LINES_APPENDED,
    LINE_CORRECTED,
    LINE_REMOVED,
    BREAKDOWN_REMOVED,
    CHANGED,
    VALIDATED,
    CERTIFIED,
    RETURNED,
    REOPENED,
    WITHDRAWN,
    PUBLISHED,
    SUPERSEDED,
    WINDOW_SET,
    WINDOW_EXTENDED,
    RULE_SET,
    EXPLAINED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Action> find(String code) {
        return Stream.of(values()).filter(action -> action.code().equals(code)).findFirst();
    }
}
