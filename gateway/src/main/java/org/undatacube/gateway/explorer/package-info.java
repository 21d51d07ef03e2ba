/**
 * Serves the web application that everybody sees at the gateway's root: its one page of HTML at every address that it has
 * pages for, and the files that it was bundled to. What the application does is in {@code src/main/resources/web/app}.
 * Start reading at {@link org.undatacube.gateway.explorer.ExplorerPage}.
 */
package org.undatacube.gateway.explorer;
