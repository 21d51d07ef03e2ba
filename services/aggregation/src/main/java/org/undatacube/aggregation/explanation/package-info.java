/**
 * How an answer came about: whether it was at hand, and what the engine did for each thing that was asked of it.
 *
 * <p>Invariant: an explained answer has the same figures as the answer, and what is explained is what was done for it.
 * Start reading at {@link org.undatacube.aggregation.explanation.RecordingSnapshot}.
 */
package org.undatacube.aggregation.explanation;
