package org.undatacube.contributions.intake;

import org.undatacube.contributions.intake.csv.StatedDialect;
import org.undatacube.contributions.validation.StatedHeader;

/**
 * What is said beside a body that is not JSON.
 *
 * @param header what the submission says about itself
 * @param delimiter what stands between columns, or null
 * @param decimal what stands before decimals, or null
 */
record BodyParameters(StatedHeader header, String delimiter, String decimal) {

    /** @param tabs whether the media type says that there are tabs between the columns */
    StatedDialect dialect(boolean tabs) {
        return StatedDialect.of(delimiter, decimal, tabs);
    }
}
