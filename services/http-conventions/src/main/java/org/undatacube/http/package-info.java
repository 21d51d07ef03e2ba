/**
 * How every service of the suite speaks HTTP: problem details (RFC 9457), bounds on bodies, lists in pages (NextPage), changes
 * on condition (VersionTag), requests that can be sent twice (IdempotencyKey), the language of names (Language) and the
 * caller's identity.
 *
 * <p>Invariant: no domain types. A service brings its own catalogue of problems as a {@link
 * org.undatacube.http.ProblemCatalogue}. Start reading at {@link org.undatacube.http.Problem}.
 */
package org.undatacube.http;
