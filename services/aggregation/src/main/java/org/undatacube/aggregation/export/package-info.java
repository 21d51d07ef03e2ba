/**
 * The forms in which an answer is given.
 *
 * <p>Invariant: all forms show the same texts of the same figures; none computes any.
 */
package org.undatacube.aggregation.export;
