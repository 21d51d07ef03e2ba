/**
 * The examples of docs/api.md, each asked as it stands there.
 *
 * <p>Invariant: what the page shows of an answer is what a suite gives that was filled as the page says, with nothing
 * else. Start reading at {@link org.undatacube.acceptance.page.ApiPageIT}.
 */
package org.undatacube.acceptance.page;
