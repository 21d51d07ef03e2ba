/**
 * The explorer as a visitor with a browser sees it. A class of stories has {@code @ExtendWith(ExplorerSuite.class)} and takes
 * an {@link org.undatacube.acceptance.explorer.Explorer}; each {@link org.undatacube.acceptance.explorer.Visitor} has a browser window of
 * their own, and at its end nothing may have gone wrong in it. Where there is no Chromium these tests are skipped, but not
 * by CI; {@code acceptance/chromium} installs it.
 */
package org.undatacube.acceptance.explorer;
