package org.undatacube.aggregation.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of an entity's year of which the denominator is known and the numerator is not. */
@Schema(name = "IndicatorUncovered")
public enum Uncovered {
    /** It is in neither. */
    LEFT_OUT,
    /** It is in the denominator, and its numerator is zero. */
    ZERO;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Uncovered of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
