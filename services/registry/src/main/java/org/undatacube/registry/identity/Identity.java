package org.undatacube.registry.identity;

import java.time.Instant;
import java.util.Collection;
import org.undatacube.registry.apikey.ApiKeys;

/**
 * Who a caller is, before it is signed.
 *
 * @param subject the key, or the provider's subject
 * @param name what the audit trail calls the caller; the same whichever of its keys it uses
 * @param entity null for the secretariat
 * @param until when the credentials end, or null for never
 */
record Identity(String subject, String name, Collection<String> roles, String entity, Instant until) {

    static Identity of(ApiKeys.Owner owner) {
        return new Identity(owner.keyId(), owner.holder(), owner.roles(), owner.entity(), owner.expiresAt());
    }
}
