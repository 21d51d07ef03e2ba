/**
 * The standards' vocabulary: flows, their dimensions and the code lists behind them, as the registry serves them.
 *
 * <p>Invariant: nothing here knows a code. Codes live in the registry; {@link org.undatacube.codelists.Registry} is the
 * cached way to them. Start reading at {@link org.undatacube.codelists.Dimension}.
 */
package org.undatacube.codelists;
