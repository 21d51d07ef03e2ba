/**
 * What the contributions service writes and the aggregation reads: one {@link org.undatacube.changefeed.EditionChange}
 * an edition as JSON, and its {@link org.undatacube.changefeed.PublishedLine}s as a stream of CSV.
 *
 * <p>Invariant: an edition once handed out never changes, editions are numbered without gaps, and a breakdown's lines
 * are handed out with the first edition that publishes it and never again. So a reader that remembers the last edition
 * it took in misses nothing and takes in nothing twice. Of several breakdowns of the same total a {@link
 * org.undatacube.changefeed.Preference} says which one to read.
 */
package org.undatacube.changefeed;
