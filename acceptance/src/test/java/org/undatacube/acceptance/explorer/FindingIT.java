package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What UNHCR spent in Lebanon in 2021, and where that figure comes from, is found by somebody who never was here. */
@ExtendWith(ExplorerSuite.class)
class FindingIT {
    private static final String SPENT = "USD 259,738,523.36";

    @Test
    void aFigureAndItsSourceByTheMap(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/").page();

            page.locator(".home-places .home-ranking a", withText("Lebanon")).click();
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.LINK,
                            named(
                                    "Where this figure comes from: Office of the United Nations High Commissioner for Refugees"))
                    .click();

            assertThat(page.locator("dialog")).containsText(SPENT);
            page.locator("dialog tbody a", withText("UNHCR")).click();
            visitor.settle();
            assertThat(page).hasURL(Pattern.compile(".*/submit/submissions/[0-9a-f-]{36}$"));
        }
    }

    @Test
    void aFigureByItsName(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/").page();

            page.locator(".home-search input").pressSequentially("unhcr lebanon 2021");
            assertThat(page.locator(".home-search [role=option]").first())
                    .containsText("What UNHCR spent in Lebanon 2021");
            page.keyboard().press("Enter");

            assertThat(page.locator("dialog")).containsText(SPENT);
            assertThat(page.locator("dialog")).containsText("The sum of 1 submission.");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog")).hasCount(0);
            assertEquals("Lebanon", visitor.heading());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, unhcr, Office of the United Nations High Commissioner for Refugees",
        "en, leban, Lebanon",
        "en, climate, 13 Climate action",
        "en, germany, Germany",
        "fr, egalite, 5 Égalité entre les sexes",
        "ru, ливан, Ливан",
        "ar, لبنان, لبنان",
        "zh, 黎巴嫩, 黎巴嫩",
        "es, líbano, Líbano"
    })
    void aProfileByWhatOneCallsIt(String language, String words, String heading, Explorer explorer) {
        try (Visitor visitor = explorer.visitor(language, Explorer.DESKTOP)) {
            Page page = visitor.at("/about").page();

            page.locator("header .search input").pressSequentially(words);
            assertThat(page.locator("header [role=option]").first()).isVisible();
            page.keyboard().press("Enter");

            assertThat(page.locator(".profile-head h1")).containsText(heading);
        }
    }

    @Test
    void saysWhereNothingHasThatName(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/about").page();

            page.locator("header .search input").pressSequentially("qqqq");

            assertThat(page.locator(".search-none")).containsText("Nothing of that name");
        }
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
