/**
 * Starts, kills and speaks to the packaged suite.
 *
 * <p>Invariant: knows processes, ports and HTTP, but no figures. Start reading at {@link
 * org.undatacube.acceptance.suite.RunningSuite}.
 */
package org.undatacube.acceptance.suite;
