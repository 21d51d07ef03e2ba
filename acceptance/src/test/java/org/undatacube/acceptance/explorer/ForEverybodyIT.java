package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExplorerSuite.class)
class ForEverybodyIT {
    /** Of all that comes before the first view is whole, as it is sent. */
    private static final long MOST_BYTES = 300_000;

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("home", "/"),
            Map.entry("about", "/about"),
            Map.entry("submit", "/submit"),
            Map.entry("profiles-entity", "/profiles"),
            Map.entry("profiles-country", "/profiles?kind=country"),
            Map.entry("profiles-sdg", "/profiles?kind=sdg"),
            Map.entry("profiles-contributor", "/profiles?kind=contributor"),
            Map.entry("profile-entity", "/profiles/entity/UNHCR"),
            Map.entry("profile-country", "/profiles/country/LB"),
            Map.entry("profile-sdg", "/profiles/sdg/5"),
            Map.entry("profile-source", "/profiles/country/LB?year=2021&figure=entity:UNHCR"),
            Map.entry("explore", "/explore"),
            Map.entry("explore-tree", "/explore?drilldown=location.region,location.country,year&columns=year&open=2"),
            Map.entry(
                    "explore-figure",
                    "/explore?drilldown=entity.entity,year&columns=year&cut=entity:UNHCR&cut=location:LB&cell=UNHCR,2021"),
            Map.entry("explore-data", "/explore?drilldown=sdg.goal&cut=year:2021&show=data"),
            Map.entry("explore-cite", "/explore?drilldown=sdg.goal&cut=year:2021&show=cite"),
            Map.entry("explore-gaps", "/explore?drilldown=sdg.goal&cut=year:2021&show=gaps"),
            Map.entry("explore-flow", "/explore?drilldown=sdg.goal&cut=year:2021&chart=sankey"),
            Map.entry("explore-obstacle", "/explore?drilldown=sdg.goal,location.country&cut=year:2024"),
            Map.entry("explore-compared", "/explore?drilldown=entity.entity&compare=1"));

    /** Of those whose cells are to stand below one another. */
    private static final String TABLES_TOO_WIDE = """
            Array.from(document.querySelectorAll('table.stacked'), (table) => table.parentElement)
              .filter((frame) => frame.scrollWidth > frame.clientWidth).length""";

    /** The leftmost pixel of a chart's first bar: words and lines are grey, or let the page through. */
    private static final String FIRST_BAR = """
            (canvas) => {
              const row = new OffscreenCanvas(canvas.width, 1).getContext('2d', { willReadFrequently: true });
              row.drawImage(canvas, 0, -Math.floor(canvas.height / 8));
              const pixels = row.getImageData(0, 0, canvas.width, 1).data;
              for (let x = 0; x < canvas.width; x++) {
                const [red, green, blue, alpha] = pixels.slice(4 * x, 4 * x + 4);
                if (alpha === 255 && Math.max(red, green, blue) - Math.min(red, green, blue) > 60) {
                  return x;
                }
              }
              return -1;
            }""";

    @Test
    void fitsEachWidthAndIsInNobodysWay(Explorer explorer) {
        try (Visitor visitor = explorer.visitor("en", Explorer.PHONE)) {
            PAGES.forEach((name, address) -> {
                visitor.widen(Explorer.PHONE).at(address);
                for (int width : List.of(Explorer.PHONE, Explorer.TABLET, Explorer.DESKTOP)) {
                    visitor.widen(width).screenshot(name + "-en-" + width);

                    assertEquals(width, visitor.page().evaluate("document.documentElement.scrollWidth"), name);
                    if (width == Explorer.PHONE) {
                        assertEquals(0, visitor.page().evaluate(TABLES_TOO_WIDE), name);
                    }
                }
                visitor.requireAccessible();
            });
        }
    }

    @Test
    void drawsForTheWindowAsItIsNow(Explorer explorer) {
        try (Visitor visitor = explorer.visitor("en", Explorer.PHONE)) {
            Locator chart = visitor.at("/").page().locator(".chart-of-bars .chart-canvas");
            chart.scrollIntoViewIfNeeded();
            assertThat(chart).hasAttribute("data-drawn", "");
            Locator canvas = chart.locator("canvas");
            int roomForLabels = startOfTheFirstBar(canvas);

            visitor.widen(Explorer.DESKTOP);

            visitor.page().waitForCondition(() -> startOfTheFirstBar(canvas) > roomForLabels + 30);
        }
    }

    private static int startOfTheFirstBar(Locator canvas) {
        return (int) canvas.evaluate(FIRST_BAR);
    }

    @Test
    void isInNobodysWayInArabic(Explorer explorer) {
        try (Visitor visitor = explorer.visitor("ar", Explorer.DESKTOP)) {
            PAGES.values().forEach(address -> visitor.at(address).requireAccessible());
        }
    }

    @Test
    void runsFromRightToLeft(Explorer explorer) {
        try (Visitor visitor = explorer.visitor("ar-EG", Explorer.PHONE)) {
            visitor.at("/").screenshot("home-ar-" + Explorer.PHONE);

            assertThat(visitor.page().locator("h1")).containsText("الأمم المتحدة");
            assertEquals(Explorer.PHONE, visitor.page().evaluate("document.documentElement.scrollWidth"));
        }
        try (Visitor visitor = explorer.visitor("ar-EG", Explorer.DESKTOP)) {
            visitor.at("/").screenshot("home-ar-" + Explorer.DESKTOP);
            visitor.at("/profiles/entity/UNHCR").screenshot("profile-entity-ar-" + Explorer.DESKTOP);
        }
    }

    @Test
    void isReachedByTheKeyboardAlone(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/about").page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip-link")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(page.locator("nav a[href='/profiles']")).isFocused();

            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("Profiles");
            assertThat(page.locator("h1")).isFocused();
            assertThat(page.locator("[role=status]").last()).containsText("Profiles");
        }
    }

    @Test
    void comesOverASlowLine(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/");
            assertThat(visitor.page().locator(".home-goals .chart-canvas")).hasAttribute("data-drawn", "");
            assertThat(visitor.page().locator(".home-funding .chart-canvas")).hasAttribute("data-drawn", "");

            Number sent = (Number) visitor.page()
                    .evaluate(
                            "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                                    + ".reduce((sum, entry) => sum + entry.transferSize, 0)");
            assertTrue(sent.longValue() < MOST_BYTES, () -> sent + " bytes");
        }
    }

    @Test
    void canBePrinted(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles/sdg/5").page();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator(".site-header")).isHidden();
            assertThat(page.locator(".site-footer")).isHidden();
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.locator(".profile-amount")).isVisible();
        }
    }
}
