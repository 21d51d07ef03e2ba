/**
 * Whole cubes as files, edition by edition, and what changed between two of them.
 *
 * <p>Invariant: a product is made once, aside, and shown as a whole by one renaming; what its manifest says of a file is
 * said of the very file that is served. Whoever has the files gets the service's totals from them: the table of answers
 * says which breakdown to read for which dimensions. Start reading at {@link org.undatacube.aggregation.bulk.Products}.
 */
package org.undatacube.aggregation.bulk;
