/**
 * Answers questions about what is published.
 *
 * <p>Invariant: an answer is taken from one edition and one state of the code lists, and from exactly one breakdown of
 * every entity and year. Nothing here is an original: the store is filled from the change feed of the contributions
 * service and can be deleted at any time.
 *
 * <p>The way of a question: {@code ask} reads the request, {@code query} what is asked, {@code coverage} chooses the
 * breakdowns, {@code engine} adds up, {@code answer} puts it together, {@code export} writes it as a file. {@code
 * following} keeps the store up to date. Start reading at {@link org.undatacube.aggregation.answer.Answering}.
 */
package org.undatacube.aggregation;
