package org.undatacube.registry.importing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding means for the import. */
public enum Severity {
    /** The file is refused. */
    REJECT,
    /** Imported, and somebody should look. */
    WARN,
    /** Imported, and worth knowing. */
    NOTE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
