package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ExplorerSuite.class)
class ForEverybodyIT {
    /** Of all that comes before the first view is whole, as it is sent. */
    private static final long MOST_BYTES = 300_000;

    private static final Map<String, String> PAGES = Map.of(
            "home", "/",
            "about", "/about",
            "profiles-entity", "/profiles",
            "profiles-country", "/profiles?kind=country",
            "profiles-sdg", "/profiles?kind=sdg",
            "profiles-contributor", "/profiles?kind=contributor",
            "profile-entity", "/profiles/entity/UNHCR",
            "profile-country", "/profiles/country/LB",
            "profile-sdg", "/profiles/sdg/5",
            "profile-source", "/profiles/country/LB?year=2021&figure=entity:UNHCR");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void nothingIsInAnybodysWay(String language, Explorer explorer) {
        PAGES.forEach((name, address) -> {
            try (Visitor visitor = explorer.visitor(language, Explorer.DESKTOP)) {
                visitor.at(address).requireAccessible();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Explorer.DESKTOP, Explorer.TABLET, Explorer.PHONE})
    void fitsEachWidth(int width, Explorer explorer) {
        PAGES.forEach((name, address) -> {
            try (Visitor visitor = explorer.visitor("en", width)) {
                visitor.at(address).screenshot(name + "-en-" + width);

                assertEquals(width, visitor.page().evaluate("document.documentElement.scrollWidth"), name);
            }
        });
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
