/**
 * What the OpenAPI documents of all services have in common, said once: the problems that an operation can have by its
 * kind, and the form of its description.
 *
 * <p>Invariant: an operation declares every status that its service can answer it with; those of the gateway are added at the
 * gateway. Start reading at {@link org.undatacube.http.openapi.CommonAnswers}.
 */
package org.undatacube.http.openapi;
