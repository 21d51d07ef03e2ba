/**
 * Answers that are promised to stay as they are, each at a short address of its own.
 *
 * <p>Invariant: what is given for a citation has the hash that was cited, or it is not given; why not is said in a
 * problem. Citations are the one thing in this service that cannot be rebuilt, so they are in PostgreSQL; the service
 * starts and answers without it. Start reading at {@link org.undatacube.aggregation.citation.Citations}.
 */
package org.undatacube.aggregation.citation;
