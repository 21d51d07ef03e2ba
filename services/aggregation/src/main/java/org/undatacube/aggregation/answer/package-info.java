/**
 * Puts an answer together: the question, the edition it is asked of, its cells with their labels, and what they cover.
 *
 * <p>Invariant: an {@link org.undatacube.aggregation.answer.Inquiry} and its answer belong to one snapshot of the
 * engine; equal fingerprints mean equal answers. Sets of cells are added up from finer ones, and the engine is asked only
 * for the finest and for those in which members are counted or a line may be twice; what is derived from the sums is
 * computed here alone, whatever the engine.
 *
 * <p>The way of an answer: {@code GroupingSets} says by what is grouped, {@code
 * Tallies} holds the sums of each set, {@code Values} the measures of a cell, {@code TopMembers} who is kept, {@code
 * Shown} what may be seen; {@code Listing} or {@code Pivot} takes the page and {@code Presentation} labels and rounds
 * it. Cells are rows of small numbers ({@code KeyTable}) until they are on the page. Start reading at {@link
 * org.undatacube.aggregation.answer.Inquiry#answer}.
 */
package org.undatacube.aggregation.answer;
