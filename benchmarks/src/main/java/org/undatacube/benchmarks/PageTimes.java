package org.undatacube.benchmarks;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.undatacube.benchmarks.http.Latencies;

/** How soon pages are there for somebody at a browser: each visit with an empty cache, and clicks into the figures. */
final class PageTimes implements AutoCloseable {
    private static final int WARM_UPS = 3;
    private static final int VISITS = 15;
    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2024;
    private static final String TABLE = "cube-table tbody th[scope=row] a";

    /** Clicks on the row and tells the milliseconds until the table shows other rows, and they are painted. */
    private static final String DRILL = """
            (row) => new Promise((resolve) => {
              const rows = () => Array.from(document.querySelectorAll('%1$s'), (link) => link.textContent).join();
              const before = rows();
              const begun = performance.now();
              const look = () =>
                rows() !== before && rows() !== ''
                  ? requestAnimationFrame(() => resolve(performance.now() - begun))
                  : requestAnimationFrame(look);
              document.querySelectorAll('%1$s')[row].click();
              look();
            })""".formatted(TABLE);

    private static final double NANOS_PER_MILLI = 1e6;

    private final String gateway;
    private final Playwright playwright;
    private final Browser browser;

    PageTimes(Suite suite) {
        this.gateway = "http://127.0.0.1:" + suite.port(Suite.GATEWAY);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String chromium = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable(
                "what somebody does", "times", "median, ms", "nine of ten, ms", "slowest, ms", "wanted, ms");
        add(
                table,
                "opens the page of the API (/docs), until its operations are listed",
                visits("/docs", ".opblock"),
                "");
        add(table, "opens Home, until its figures are there", visits("/", ".home-figures dd a"), "1500");
        add(
                table,
                "opens Home, until its rankings and charts' tables are",
                visits("/", ".home-places .home-ranking li"),
                "1500");
        add(
                table,
                "opens a table of regions, until its rows are there",
                visits("/explore?drilldown=location.region&cut=year:2024", TABLE),
                "");
        add(table, "clicks on a row that nobody had asked for", drillDowns(), "200");
        return table;
    }

    private static void add(MarkdownTable table, String what, Latencies times, String wanted) {
        table.add(List.of(
                what,
                Integer.toString(times.count()),
                MarkdownTable.number(times.percentile(50), 0),
                MarkdownTable.number(times.percentile(90), 0),
                MarkdownTable.number(times.percentile(100), 0),
                wanted));
    }

    private Latencies visits(String address, String there) {
        Latencies times = new Latencies();
        for (int visit = 0; visit < WARM_UPS + VISITS; visit++) {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                long begun = System.nanoTime();
                page.navigate(gateway + address);
                page.locator(there).first().waitFor();
                if (visit >= WARM_UPS) {
                    times.add(System.nanoTime() - begun);
                }
            }
        }
        return times;
    }

    /** Each region of each year once, from the table of regions. */
    private Latencies drillDowns() {
        Latencies times = new Latencies();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                String regions = gateway + "/explore?drilldown=location.region&cut=year:" + year;
                page.navigate(regions);
                page.locator(TABLE).first().waitFor();
                int rows = page.locator(TABLE).count();
                for (int row = 0; row < rows; row++) {
                    double taken = ((Number) page.evaluate(DRILL, row)).doubleValue();
                    times.add((long) (taken * NANOS_PER_MILLI));
                    page.navigate(regions);
                    page.locator(TABLE).first().waitFor();
                }
            }
        }
        return times;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
