package org.undatacube.aggregation.citation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How answers are cited. */
@ConfigMapping(prefix = "datacube.aggregation.citations")
public interface CitationConfig {
    /** Whose data they are, as the author of what is cited. */
    @WithDefault("UN data cube")
    String publisher();

    /**
     * Where the suite is met, such as https://data.example.org. Where it is not set, citations name the host by which they
     * were asked for.
     */
    Optional<URI> address();

    /** Up to how many bytes an answer is kept with its citation, so that it can be given where it cannot be figured any more. */
    @WithDefault("1M")
    MemorySize keptSize();
}
