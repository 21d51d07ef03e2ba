/**
 * What the OpenAPI document promises, kept to: its examples are asked, and whatever is sent is answered as it says.
 *
 * <p>Invariant: no answer of the suite to anything has a status, a media type or a form that the document does not name
 * for its operation. Start reading at {@link org.undatacube.acceptance.openapi.Promise}.
 */
package org.undatacube.acceptance.openapi;
