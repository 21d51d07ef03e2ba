package org.undatacube.aggregation.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In what an indicator's value is given. */
@Schema(name = "IndicatorUnit")
public enum Unit {
    /** One part as a decimal fraction of another, with nine decimals, rounded half to even. */
    RATIO,
    /** A whole number. */
    COUNT,
    /** United States dollars, exact. */
    USD;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Unit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
