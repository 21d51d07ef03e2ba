package org.undatacube.registry.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;
import org.undatacube.registry.apikey.KeyScope;
import org.undatacube.registry.apikey.KeyScope.Violation;

/** Reads who a caller is from a token of the OpenID Connect provider, where one is configured. */
@ApplicationScoped
class OpenIdTokens {
    static final String TENANT = "openid";
    /** So that nobody's subject is taken for a key's identifier. */
    static final String PREFIX = "openid:";
    /** So long the provider may take to give its keys, where they are not known yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Logger LOG = Logger.getLogger(OpenIdTokens.class);

    private final TenantIdentityProvider provider;
    private final boolean isConfigured;
    private final OpenIdConfig config;
    private final KeyScope scope;
    private final Duration betweenAttempts;
    private final Clock clock;
    private volatile Instant lastOutage = Instant.EPOCH;

    OpenIdTokens(
            @Tenant(TENANT) TenantIdentityProvider provider,
            @ConfigProperty(name = "quarkus.oidc.openid.tenant-enabled") boolean isConfigured,
            @ConfigProperty(name = "quarkus.oidc.openid.token.forced-jwk-refresh-interval") Duration betweenAttempts,
            OpenIdConfig config,
            KeyScope scope,
            Clock clock) {
        this.provider = provider;
        this.isConfigured = isConfigured;
        this.config = config;
        this.scope = scope;
        this.betweenAttempts = betweenAttempts;
        this.clock = clock;
    }

    /**
     * @throws Problem (401) where the token is not a good one of the provider, (403) where it gives no access here, (503)
     *     where the provider's keys cannot be had
     */
    Identity check(String token) {
        if (!isConfigured) {
            throw unauthenticated("No OpenID Connect provider is configured here. Send an API key: Bearer udc_…");
        }
        SecurityIdentity verified = verify(token);
        List<String> roles = roles(verified.getRoles());
        JsonWebToken claims = (JsonWebToken) verified.getPrincipal();
        String subject = claims.getSubject();
        String entity = claims.getClaim(config.entityClaim()) instanceof String code && !code.isBlank() ? code : null;
        scope.violation(roles, entity).ifPresent(violation -> {
            throw noAccess(violation);
        });
        Instant end = Instant.ofEpochSecond(claims.getExpirationTime());
        return new Identity(subject, PREFIX + subject, roles, entity, end);
    }

    private SecurityIdentity verify(String token) {
        try {
            return provider.authenticate(new AccessTokenCredential(token))
                    .await()
                    .atMost(PATIENCE);
        } catch (AuthenticationFailedException refused) {
            if (isWithoutKeys(refused)) {
                throw unreachable(refused);
            }
            LOG.debugf(refused, "A token of OpenID Connect was refused");
            throw unauthenticated(reason(refused));
        } catch (RuntimeException away) {
            throw unreachable(away);
        }
    }

    /** Whether the token could not be verified because its key may be one that could not be fetched. */
    private boolean isWithoutKeys(AuthenticationFailedException refused) {
        if (has(refused, OIDCException.class) || has(refused, IOException.class)) {
            lastOutage = clock.instant();
            return true;
        }
        // after an attempt that failed Quarkus tries no other for a while, and says that there is no such key
        return has(refused, UnresolvableKeyException.class)
                && clock.instant().isBefore(lastOutage.plus(betweenAttempts));
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static Problem unreachable(Throwable away) {
        LOG.warnf("The OpenID Connect provider gives no keys: %s", away.toString());
        return new Problem(
                CommonProblem.UNAVAILABLE,
                "The OpenID Connect provider, whose keys verify the token, cannot be reached at present.");
    }

    private List<String> roles(Set<String> given) {
        OpenIdConfig.RoleNames names = config.roleNames();
        Map<String, String> theirs = Map.of(
                Role.PREPARER, names.preparer(),
                Role.CERTIFIER, names.certifier(),
                Role.REVIEWER, names.reviewer(),
                Role.ADMINISTRATOR, names.administrator());
        return Role.ALL.stream()
                .filter(role -> given.contains(theirs.get(role)))
                .toList();
    }

    private static Problem noAccess(Violation violation) {
        return new Problem(
                        CommonProblem.FORBIDDEN,
                        "The token is good but gives no access here, for want of proper " + violation.member() + ". "
                                + violation.detail())
                .with("expected", violation.expected());
    }

    private static String reason(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return reason(invalid);
            }
        }
        return "The token is not one that the OpenID Connect provider signed.";
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasExpired()) {
            return "The token has expired; get another from the OpenID Connect provider.";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is meant for another audience.";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token is from another issuer.";
        }
        if (invalid.hasErrorCode(ErrorCodes.SUBJECT_MISSING)) {
            return "The token names no subject (sub).";
        }
        return "The token is not one that the OpenID Connect provider signed.";
    }

    private static Problem unauthenticated(String detail) {
        return new Problem(CommonProblem.UNAUTHENTICATED, detail);
    }
}
