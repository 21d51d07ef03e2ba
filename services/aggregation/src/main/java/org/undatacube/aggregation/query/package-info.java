/**
 * What is asked: the text of a request read into a {@link org.undatacube.aggregation.query.Question}.
 *
 * <p>Invariant: a question that exists is right: its levels, measures and codes are there, and it has one canonical
 * text whatever spelling it came in. Everything wrong is found while reading, and the problem names the parameter, the
 * place in it and the nearest right spelling. Start reading at {@link
 * org.undatacube.aggregation.query.QuestionReader}.
 */
package org.undatacube.aggregation.query;
