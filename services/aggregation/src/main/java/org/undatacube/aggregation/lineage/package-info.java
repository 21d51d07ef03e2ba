/**
 * From figures to what they were made of, and back: the lines and submissions of a cell, and the cells that a submission
 * feeds.
 *
 * <p>Invariant: the lines of a cell add up to it, to the digit, and so do the amounts of its submissions; which lines they
 * are follows from the same filters and projections by which the cell itself is added up. Start reading at {@link
 * org.undatacube.aggregation.lineage.Tracing}.
 */
package org.undatacube.aggregation.lineage;
