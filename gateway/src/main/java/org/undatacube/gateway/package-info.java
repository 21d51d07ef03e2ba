/**
 * The one address that the world sees. It has no store: it finds the service behind a path, turns the caller's API key
 * into the registry's signed token, and passes bodies through without holding them.
 *
 * <p>Invariant: a path that {@link org.undatacube.gateway.routing.RoutingTable} does not name never reaches a service.
 * Start reading at {@link org.undatacube.gateway.routing.Forwarding}.
 */
package org.undatacube.gateway;
