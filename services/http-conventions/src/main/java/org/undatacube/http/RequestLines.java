package org.undatacube.http;

/** How strictly the server reads the first line of a request. */
public final class RequestLines {
    private RequestLines() {}

    /**
     * Lets a query hold a bar as it is. A cut separates its conditions by bars, which browsers and curl do not
     * percent-encode; the server would refuse them before any of our code, with an empty answer. To be called before
     * the server starts.
     */
    public static void allowBars() {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
