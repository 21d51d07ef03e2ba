package org.undatacube.registry.resolving;

import org.undatacube.codelists.Code;

/**
 * A code that a value means, or could mean.
 *
 * @param language of the name that the value is or is like; null where it is none
 */
record Meaning(Code code, Match match, String language, Confidence confidence) {
    Meaning orSurer(Meaning other) {
        return other.confidence.compareTo(confidence) > 0 ? other : this;
    }
}
