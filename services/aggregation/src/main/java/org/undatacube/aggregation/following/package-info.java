/**
 * Keeps the store up to date: pulls the change feed of the contributions service and the code lists of the registry.
 *
 * <p>Invariant: where either cannot be reached, what was read last goes on answering; and whatever is interrupted is
 * done again as if it had never begun. Start reading at {@link org.undatacube.aggregation.following.FeedFollower}.
 */
package org.undatacube.aggregation.following;
