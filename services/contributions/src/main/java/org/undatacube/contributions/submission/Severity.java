package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a finding means for the submission. */
public enum Severity {
    /** The submission is not accepted. */
    REJECT,
    /** It is accepted; somebody should look. */
    WARN,
    /** It is accepted; the finding says what was understood. */
    NOTE;

    /** Those that a rule can have, for problems. */
    public static final String CHOICES = "reject, warn or note";

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> find(String code) {
        return Stream.of(values())
                .filter(severity -> severity.code().equals(code))
                .findFirst();
    }

    /** Of a code that the store keeps. */
    public static Severity of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no severity is called " + code));
    }
}
