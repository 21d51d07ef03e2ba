package org.undatacube.aggregation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What is said of where the figures come from and what may be done with them. */
@ConfigMapping(prefix = "datacube.aggregation.terms")
public interface Terms {
    /** Where the figures come from. */
    @WithDefault(
            "Figures as reported and certified by the entities of the UN system under the Data Standards for United"
                    + " Nations System-Wide Reporting of Financial Data")
    String source();

    /** What may be done with them. */
    @WithDefault("The terms of the reporting entities and of the operator of this service apply")
    String licence();

    /** Where the licence is. */
    Optional<String> licenceAddress();
}
