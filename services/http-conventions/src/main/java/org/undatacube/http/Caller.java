package org.undatacube.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sends the request, as the gateway's signed token says. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /**
     * What the audit trail calls the caller: its key's identifier, or that of the first of the keys that replaced one
     * another, {@code openid:} and the provider's subject, or {@code anonymous}.
     */
    public String name() {
        return identity.isAnonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** The credentials themselves: the identifier of the key that was sent, or the provider's subject. */
    public String subject() {
        return token.getSubject();
    }

    /** In the order of {@link Role#ALL}. */
    public List<String> roles() {
        return Role.ALL.stream().filter(identity::hasRole).toList();
    }

    /** The one entity that the caller acts for; empty for the secretariat and for the anonymous. */
    public Optional<String> entity() {
        return identity.isAnonymous() ? Optional.empty() : Optional.ofNullable(token.<String>getClaim("entity"));
    }

    /** Whether the caller is the secretariat (reviewer or administrator), which acts for every entity. */
    public boolean isSecretariat() {
        return identity.hasRole(Role.REVIEWER) || identity.hasRole(Role.ADMINISTRATOR);
    }

    /** Whether the caller may see or change what belongs to an entity and is not published. */
    public boolean actsFor(String code) {
        return isSecretariat() || entity().filter(code::equals).isPresent();
    }

    /** @throws Problem (403) where the caller does not act for the entity */
    public void requireActsFor(String code) {
        if (!actsFor(code)) {
            throw new Problem(CommonProblem.FORBIDDEN, "The key does not act for " + code + ".").with("entity", code);
        }
    }
}
