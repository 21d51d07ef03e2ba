package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser window of their own. Whatever goes wrong in it fails the test when they leave. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> STANDARD =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private boolean isTroubleExpected;

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> faults.add("thrown at " + page.url() + ": " + error));
        page.onRequest(this::note);
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("console at " + page.url() + ": " + message.text());
        }
    }

    private void note(Request request) {
        requests.add(URI.create(request.url()).getPath());
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the explorer and waits until nothing more is on its way. */
    Visitor at(String address) {
        page.navigate(address);
        return settle();
    }

    /** Makes the window this many pixels wide. */
    Visitor widen(int width) {
        page.setViewportSize(width, page.viewportSize().height);
        return this;
    }

    /** Waits until nothing more is on its way. */
    Visitor settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    String heading() {
        return page.locator("h1").textContent().strip();
    }

    /** The paths of all that the window has asked for. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Saves the whole page as it looks to somebody who read it to its end, in {@code target/screenshots}. */
    void screenshot(String name) {
        for (Locator chart : page.locator("cube-chart").all()) {
            chart.scrollIntoViewIfNeeded();
            assertThat(chart.locator(".chart-canvas")).hasAttribute("data-drawn", "");
        }
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** The page as it is now has nothing that axe-core finds in the way of anybody. */
    void requireAccessible() {
        List<String> violations = new AxeBuilder(page)
                .withTags(STANDARD).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + rule.getHelp() + " at " + node.getTarget() + " "
                                        + node.getHtml()))
                        .toList();
        assertEquals(List.of(), violations, () -> page.url() + " is in somebody's way");
    }

    /** From here on a failed request is what the test is about; browsers tell each on the console. */
    Visitor expectingTrouble() {
        isTroubleExpected = true;
        return this;
    }

    @Override
    public void close() {
        context.close();
        List<String> unexpected = faults.stream()
                .filter(fault -> !isTroubleExpected || !fault.contains("Failed to load resource"))
                .toList();
        assertEquals(List.of(), unexpected, "nothing goes wrong in the visitor's window");
    }
}
