package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExplorerSuite.class)
class HomeIT {
    private static final int MOST_QUESTIONS = 9;

    @Test
    void showsTheSystemAtAGlance(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/");

            Locator figures = visitor.page().locator(".home-figures");
            assertThat(figures).containsText("USD 68.31 billion");
            assertThat(figures).containsText("USD 66.04 billion");
            assertThat(figures).containsText("48");
            assertThat(visitor.page().locator(".home-goals"))
                    .containsText("Covers 48 of 48 yearly reports of entities, 99.9% of USD 66.04 billion.");
            assertThat(visitor.page().locator(".home-goals .home-legend li")).hasCount(18);
            assertThat(visitor.page().locator(".home-places .home-ranking li").first())
                    .containsText("Yemen");
            assertThat(visitor.page()
                            .locator(".home-contributors .home-ranking li")
                            .first())
                    .containsText("United States of America");
        }
    }

    @Test
    void hasTheFiguresOfEachChartAsATable(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/").page().locator(".home-funding summary").click();

            Locator rows = visitor.page().locator(".home-funding table tbody tr");
            assertThat(visitor.page().locator(".home-funding caption")).containsText("USD million");
            assertThat(rows.last()).containsText("2024");
            assertThat(rows.last()).containsText("13,797.8");
        }
    }

    @Test
    void asksLittle(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/");

            long questions = visitor.requests().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .count();
            assertTrue(questions <= MOST_QUESTIONS, () -> questions + " questions");
            assertTrue(visitor.requests().stream().noneMatch(path -> path.startsWith("/docs")));
        }
    }

    @Test
    void isADoorToAGoalsProfile(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/")
                    .page()
                    .locator(
                            ".home-legend a",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Gender equality"))
                    .click();

            assertThat(visitor.page().locator("h1")).hasText("5 Gender equality");
            assertThat(visitor.page()).hasURL(java.util.regex.Pattern.compile(".*/profiles/sdg/5\\?year=2024$"));
        }
    }
}
