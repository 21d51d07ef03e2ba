/**
 * Editions: what is published, when, and the feed that tells it on.
 *
 * <p>Invariant: editions are numbered without gaps, become visible in the order of their numbers, and never change. An
 * edition is published in one transaction or not at all. Start reading at {@link
 * org.undatacube.contributions.publication.Publisher}.
 */
package org.undatacube.contributions.publication;
