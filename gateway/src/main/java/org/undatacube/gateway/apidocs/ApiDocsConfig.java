package org.undatacube.gateway.apidocs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh the merged OpenAPI document is, and what it says of who runs the suite. */
@ConfigMapping(prefix = "datacube.gateway.api-docs")
interface ApiDocsConfig {
    /** How often the services are asked for their documents. */
    @WithDefault("15S")
    Duration refresh();

    /** How often a service is asked that has not given its document yet. */
    @WithDefault("1S")
    Duration retry();

    /** Whom to ask about the API. */
    Contact contact();

    /** On what terms the API may be used. */
    Licence licence();

    /** Whom to ask; what stands here is for the operator to replace. */
    interface Contact {
        /** As a person or an office is called. */
        @WithDefault("The operator of this suite")
        String name();

        /** A page. */
        @WithDefault("https://undatacube.example/contact")
        String url();

        /** An address for mail. */
        @WithDefault("operator@undatacube.example")
        String email();
    }

    /** Terms; what stands here is for the operator to replace. */
    interface Licence {
        /** As they are called. */
        @WithDefault("Terms of the operator")
        String name();

        /** Where they are. */
        @WithDefault("https://undatacube.example/terms")
        String url();
    }
}
