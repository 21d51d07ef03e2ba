package org.undatacube.gateway.explorer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Leads whoever wants to sign in back to where they can with a key, while the OpenID Connect provider does not answer. */
@ApplicationScoped
class ProviderAway {
    private static final Logger LOG = Logger.getLogger(ProviderAway.class);

    void register(@Observes Router router) {
        router.route(SignInResource.PATH).failureHandler(ProviderAway::goBack);
    }

    private static void goBack(RoutingContext context) {
        if (context.failure() instanceof OIDCException) {
            LOG.warnf(
                    "Nobody can sign in at the provider: %s", context.failure().getMessage());
            context.response()
                    .setStatusCode(HttpResponseStatus.SEE_OTHER.code())
                    .putHeader(HttpHeaderNames.LOCATION, SignInResource.DOOR + "?sign-in=away")
                    .end();
        } else {
            context.next();
        }
    }
}
