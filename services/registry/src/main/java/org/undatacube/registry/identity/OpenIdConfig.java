package org.undatacube.registry.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.undatacube.http.Role;

/** What the claims of an OpenID Connect provider mean here. Where the provider is, {@code quarkus.oidc.openid} says. */
@ConfigMapping(prefix = "datacube.registry.openid")
interface OpenIdConfig {
    /** The claim with the code of the one entity that the caller works for. */
    @WithDefault("entity")
    String entityClaim();

    /** How the provider calls the roles. */
    RoleNames roleNames();

    /** By our name. */
    interface RoleNames {
        @WithDefault(Role.PREPARER)
        String preparer();

        @WithDefault(Role.CERTIFIER)
        String certifier();

        @WithDefault(Role.REVIEWER)
        String reviewer();

        @WithDefault(Role.ADMINISTRATOR)
        String administrator();
    }
}
