package org.undatacube.contributions.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done. A code never changes its meaning: steps keep it for ever. */
public enum Action {
    CREATED,
    VALIDATED,
    CERTIFIED,
    RETURNED,
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
