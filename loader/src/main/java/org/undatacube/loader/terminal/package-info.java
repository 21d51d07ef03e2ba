/**
 * What the person at the terminal sees.
 *
 * <p>Invariant: amounts are shown as they are, with all their digits. Start reading at {@link
 * org.undatacube.loader.terminal.TextTable}.
 */
package org.undatacube.loader.terminal;
