/**
 * What CEB publishes, read without the project's code: the figures that the suite must answer.
 *
 * <p>Invariant: as plain as can be, so that it can be believed. Start reading at {@link
 * org.undatacube.acceptance.published.Figures}.
 */
package org.undatacube.acceptance.published;
