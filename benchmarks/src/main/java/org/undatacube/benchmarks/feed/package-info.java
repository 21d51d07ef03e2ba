/**
 * Made-up figures of real codes, and the change feed that publishes them in the place of the contributions service.
 * Start reading at {@link org.undatacube.benchmarks.feed.MadeUpFigures}.
 *
 * <p>Invariant: the same lists and the same number of lines give the same lines, whoever asks for them and how often.
 */
package org.undatacube.benchmarks.feed;
