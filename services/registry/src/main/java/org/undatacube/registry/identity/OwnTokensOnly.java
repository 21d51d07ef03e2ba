package org.undatacube.registry.identity;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets nobody in with the provider's token directly: it is exchanged, by the rules of {@link OpenIdTokens}, for a token
 * of the registry's own. Without this, an address that ends in the tenant's name would be the tenant's.
 */
@ApplicationScoped
class OwnTokensOnly implements TenantResolver {
    @Override
    public String resolve(RoutingContext context) {
        return OidcUtils.DEFAULT_TENANT_ID;
    }
}
