/**
 * Yearly exchange rates in all their versions.
 *
 * <p>{@link org.undatacube.registry.rate.RateTable} reads, {@link org.undatacube.registry.rate.RateWriter} is the only way
 * in which a rate changes. Invariant: each change is a new version, what a version says is never edited, and no rate is
 * ever taken out.
 */
package org.undatacube.registry.rate;
