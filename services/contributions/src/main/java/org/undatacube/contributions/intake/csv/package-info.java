/**
 * How a text file with columns was written, as far as it does not say so itself: its encoding, what stands between the
 * columns, and how numbers look.
 *
 * <p>Invariant: nothing is guessed from a part. What is not declared is taken from the whole file, only where there is
 * one way to read it, and the submission says what was taken. Start reading at {@link
 * org.undatacube.contributions.intake.csv.Dialect}.
 */
package org.undatacube.contributions.intake.csv;
