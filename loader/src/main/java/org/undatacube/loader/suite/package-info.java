/**
 * The suite's public API as the loader uses it.
 *
 * <p>Invariant: nothing here reads files or knows where figures come from. Start reading at {@link
 * org.undatacube.loader.suite.Suite}.
 */
package org.undatacube.loader.suite;
