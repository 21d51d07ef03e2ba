/**
 * Changes of what is already in a draft, or in what was returned: single lines by the entity's own identifiers, whole
 * breakdowns, and what the submission says about itself.
 *
 * <p>Invariant: what is stored stays good; totals, numbers of lines and findings are those of the lines that are there.
 * Start reading at {@link org.undatacube.contributions.correction.LineCorrection}.
 */
package org.undatacube.contributions.correction;
