/**
 * Turns a good API key into a signed token of two minutes (ES256), which every service verifies for itself with the
 * public keys at {@code /identity/jwks}.
 *
 * <p>Invariant: a private key leaves the database only to sign. The gateway does not route these addresses to the
 * outside. Start reading at {@link org.undatacube.registry.identity.Tokens}.
 */
package org.undatacube.registry.identity;
