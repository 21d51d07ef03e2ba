/**
 * The seam between what is asked and what adds up: {@link org.undatacube.aggregation.engine.Engine}.
 *
 * <p>Invariant: only this package knows what is inside {@code engine.duckdb}; all others see the engine, what it
 * is asked ({@link org.undatacube.aggregation.engine.Aggregation}) and how it is filled ({@link
 * org.undatacube.aggregation.engine.Intake}).
 */
package org.undatacube.aggregation.engine;
