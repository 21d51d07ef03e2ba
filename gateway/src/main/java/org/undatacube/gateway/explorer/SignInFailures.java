package org.undatacube.gateway.explorer;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** What becomes of somebody who wants to sign in and cannot as it is. */
@ApplicationScoped
class SignInFailures {
    private static final Logger LOG = Logger.getLogger(SignInFailures.class);

    void register(@Observes Router router) {
        router.route(SignInResource.PATH).failureHandler(SignInFailures::leadOn);
    }

    private static void leadOn(RoutingContext context) {
        if (context.failure() instanceof OIDCException away) {
            LOG.warnf("Nobody can sign in at the provider: %s", away.getMessage());
            goTo(context, SignInResource.DOOR + "?sign-in=away");
        } else if (context.failure() instanceof AuthenticationFailedException) {
            goTo(context, forget(context) ? context.request().uri() : SignInResource.DOOR + "?sign-in=failed");
        } else {
            context.next();
        }
    }

    /**
     * A session that has ended at the provider is none: without its cookies the same request begins another.
     *
     * @return whether there were any
     */
    private static boolean forget(RoutingContext context) {
        List<String> ended = context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SignInResource.SESSION))
                .toList();
        ended.forEach(name -> context.response()
                .addCookie(Cookie.cookie(name, "").setPath(SignInResource.PATH).setMaxAge(0)));
        return !ended.isEmpty();
    }

    private static void goTo(RoutingContext context, String address) {
        context.response()
                .setStatusCode(HttpResponseStatus.SEE_OTHER.code())
                .putHeader(HttpHeaderNames.LOCATION, address)
                .end();
    }
}
