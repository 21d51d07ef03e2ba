/**
 * What is published in each edition, and which of it answers a question.
 *
 * <p>Invariant: a question is answered from exactly one breakdown of every entity and year, or from none, so that no
 * amount is counted twice; and every answer says how much it covers. Start reading at {@link
 * org.undatacube.aggregation.coverage.BreakdownChoice}.
 */
package org.undatacube.aggregation.coverage;
