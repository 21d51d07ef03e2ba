package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding means for the submission. */
public enum Severity {
    /** The submission is not accepted. */
    REJECT,
    /** It is accepted; somebody should look. */
    WARN,
    /** It is accepted; the finding says what was understood. */
    NOTE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
