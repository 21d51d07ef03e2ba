/**
 * API keys: issued, listed, replaced, revoked, and checked.
 *
 * <p>Invariant: a key is shown once and never stored or logged; what is kept is its SHA-256. Start reading at {@link
 * org.undatacube.registry.apikey.ApiKeys}.
 */
package org.undatacube.registry.apikey;
