package org.undatacube.gateway.explorer;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.gateway.Fingerprint;

/**
 * Has a session's tokens renewed once where several tabs ask at once, or a page that is loaded anew while its predecessor
 * has asked. Many providers take a refresh token once, and who came second would be signed out. Later versions of Quarkus
 * do this by themselves (issue 55196 there).
 */
@Alternative
@Priority(1)
@ApplicationScoped
class OneRenewal implements HttpAuthenticationMechanism {
    /** How long a session that was replaced still gets what replaced it: its answer may have found nobody. */
    private static final Duration SHARED = Duration.ofSeconds(5);

    private final OidcAuthenticationMechanism openId;
    /** By the fingerprint of the cookies that were sent. Failures do not stay. */
    private final AsyncCache<String, Renewed> renewals =
            Caffeine.newBuilder().expireAfterWrite(SHARED).buildAsync();

    OneRenewal(OidcAuthenticationMechanism openId) {
        this.openId = openId;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String session = context.request().path().equals(SignInResource.TOKEN_PATH) ? session(context) : "";
        if (session.isEmpty()) {
            return openId.authenticate(context, identities);
        }
        Context own = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> renewals.get(
                                Fingerprint.of(session),
                                (fingerprint, executor) -> openId.authenticate(context, identities)
                                        .map(identity -> new Renewed(identity, cookiesSet(context)))
                                        .subscribeAsCompletionStage())
                        // one who gives up does not give up for the others
                        .thenApply(renewed -> renewed))
                .emitOn(work -> own.runOnContext(there -> work.run()))
                .map(renewed -> {
                    renewed.cookies().forEach(context.response()::addCookie);
                    return renewed.identity();
                });
    }

    private static String session(RoutingContext context) {
        return context.request().cookies().stream()
                .filter(cookie -> cookie.getName().startsWith(SignInResource.SESSION))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** A cookie that was sent has no path. */
    private static List<Cookie> cookiesSet(RoutingContext context) {
        return context.request().cookies().stream()
                .filter(cookie -> cookie.getPath() != null)
                .toList();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return openId.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return openId.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return openId.getCredentialTransport(context);
    }

    /** @param cookies that the answer sets */
    private record Renewed(SecurityIdentity identity, List<Cookie> cookies) {}
}
