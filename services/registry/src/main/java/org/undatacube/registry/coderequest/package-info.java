/**
 * Requests of agencies for new contributor codes: asked for by an entity, granted or refused by the secretariat.
 *
 * <p>Invariant: what was asked never changes, and it ends once at most; a code that is granted is in the list by the same
 * transaction. An entity's requests are nobody else's business but the secretariat's. Start reading at {@link
 * org.undatacube.registry.coderequest.CodeRequests}; what a code and a name must be like is {@link
 * org.undatacube.registry.coderequest.Constraint}.
 */
package org.undatacube.registry.coderequest;
