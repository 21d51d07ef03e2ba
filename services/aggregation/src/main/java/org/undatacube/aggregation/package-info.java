/**
 * Answers questions about what is published.
 *
 * <p>Invariant: an answer is taken from one edition and one state of the code lists, and from exactly one breakdown of
 * every entity and year. Nothing here is an original: the store is filled from the change feed of the contributions
 * service and can be deleted at any time.
 *
 * <p>The way of a question: {@code ask} knows HTTP, {@code query} reads what is asked, {@code coverage} chooses the
 * breakdowns, {@code answer} asks for sums through the seam of {@code engine}, one grouping at a time, and derives all
 * else from them, {@code export} writes it as a file; {@code sdmx} makes many questions of one query. Behind the seam {@code preaggregate} adds up what is held in
 * memory and {@code engine.duckdb} the rest. {@code cube} has the code lists of now and then, which go with each
 * question; {@code following} keeps them and the store up to date. {@code indicator} and {@code profile} are made of several
 * questions and their answers. Start reading at {@link
 * org.undatacube.aggregation.answer.Answering}.
 */
package org.undatacube.aggregation;
