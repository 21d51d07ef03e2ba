/**
 * The packaged suite as its users meet it: real processes, real files, everything through the gateway.
 *
 * <p>Invariant: a test asks through the public API or looks at processes from outside; nothing of the services is on
 * the class path. The suite starts once for all tests, and each test uses entities, years or keys of its own, so that
 * no order is needed. Start reading at {@link org.undatacube.acceptance.suite.RunningSuite}.
 */
package org.undatacube.acceptance;
