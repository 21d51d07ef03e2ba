package org.undatacube.acceptance.explorer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import org.undatacube.acceptance.suite.RunningSuite;

/** The explorer of a running suite, which anybody may visit. */
final class Explorer implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int TABLET = 820;
    static final int PHONE = 390;

    private static final int HEIGHT = 900;

    private final RunningSuite suite;
    private final Chromium chromium;

    Explorer(RunningSuite suite, Chromium chromium) {
        this.suite = suite;
        this.chromium = chromium;
    }

    RunningSuite suite() {
        return suite;
    }

    /** Somebody who reads English and sits at a desk. */
    Visitor visitor() {
        return visitor("en", DESKTOP);
    }

    /**
     * Somebody who comes for the first time.
     *
     * @param language what their browser prefers, as {@code fr} or {@code ar-EG}
     * @param width of their window, in pixels
     */
    Visitor visitor(String language, int width) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setBaseURL(suite.anybody().address().toString())
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)
                .setViewportSize(width, HEIGHT);
        return new Visitor(chromium.browser().newContext(options));
    }

    @Override
    public void close() {
        try (suite) {
            chromium.close();
        }
    }
}
