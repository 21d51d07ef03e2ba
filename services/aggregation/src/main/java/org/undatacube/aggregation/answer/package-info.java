/**
 * Puts an answer together: the question, the edition it is asked of, its cells with their labels, and what they cover.
 *
 * <p>Invariant: an {@link org.undatacube.aggregation.answer.Inquiry} and its answer belong to one snapshot of the
 * engine; equal fingerprints mean equal answers.
 */
package org.undatacube.aggregation.answer;
