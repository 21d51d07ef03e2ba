/**
 * Turns a good API key, or a good token of the OpenID Connect provider, into a signed token of some seconds (ES256),
 * which every service verifies for itself with the public keys at {@code /identity/jwks}.
 *
 * <p>Invariant: a private key lies open nowhere but in the memory of the registry while it signs. The gateway does not
 * route {@code /identity} to the outside. Start reading at {@link org.undatacube.registry.identity.Tokens}.
 */
package org.undatacube.registry.identity;
