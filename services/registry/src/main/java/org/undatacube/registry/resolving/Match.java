package org.undatacube.registry.resolving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a code was found for a value. */
public enum Match {
    /** The value is the code. */
    CODE,
    /** The value is the code but for upper and lower case, blanks or punctuation. */
    CODE_CASE,
    /** The value is one of the code's other spellings. */
    ALIAS,
    /** The value is the code's name in one of the languages. */
    NAME,
    /** The value is the code's name but for upper and lower case, accents, blanks or punctuation. */
    NAME_FOLDED,
    /** The value is a few letters away from one of the code's spellings, and far from every other code's. */
    MISSPELLING,
    /** The value is a spelling of more than one code; none is given. */
    AMBIGUOUS,
    /** No code is given. */
    NONE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
