/**
 * Indicators: shares and counts that the Funding Compact, the quadrennial comprehensive policy review and the standards ask
 * for, each made of one question or of two.
 *
 * <p>Invariant: an indicator is data ({@code indicators.json}): its numerator and denominator are questions that anybody can
 * ask of a cube, and its figures are their answers, of one edition and, where one is divided by the other, of the same
 * entities and years. What was left out is said. Start reading at {@link
 * org.undatacube.aggregation.indicator.Indicators}.
 */
package org.undatacube.aggregation.indicator;
