package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ExplorerSuite.class)
class ProfileIT {
    @ParameterizedTest
    @CsvSource({
        "entity/UNHCR, Office of the United Nations High Commissioner for Refugees, By goal",
        "country/LB, Lebanon, By entity",
        "sdg/5, 5 Gender equality, By entity",
        "contributor/DE, Germany, By entity"
    })
    void hasAPageForEachKind(String address, String heading, String mix, Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles/" + address).page();

            assertEquals(heading, visitor.heading());
            assertTrue(page.title().startsWith(heading.replaceFirst("^\\d+ ", "")), page::title);
            assertThat(page.locator(".profile-amount").first()).containsText("USD");
            assertThat(page.locator(".profile-mix h3", new Page.LocatorOptions().setHasText(mix))
                            .first())
                    .isVisible();
            assertThat(page.locator(".profile-trend").first()).isVisible();
            assertThat(page.locator(".profile-own").first()).containsText(heading.replaceFirst("^\\d+ ", ""));
        }
    }

    @Test
    void showsToTheDigitWhatTheApiSays(Explorer explorer) {
        JsonNode profile = explorer.suite()
                .anybody()
                .get("/api/v1/profiles/sdg/5?year=2024")
                .json();
        assertEquals("2516306927.13", profile.at("/cubes/0/figures/amount").asText());
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles/sdg/5?year=2024").page();

            assertThat(page.locator(".profile-amount")).hasText("USD 2.52 billion");
            page.locator(".profile-figure a.button").click();

            assertThat(page.locator(".figure-amount")).hasText("USD 2,516,306,927.13");
        }
    }

    @Test
    void goesToAnotherYearByAnAddressOfItsOwn(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles/entity/UPU").page();

            page.locator(".profile-years a", new Page.LocatorOptions().setHasText("2022"))
                    .click();
            visitor.settle();

            assertTrue(page.url().endsWith("/profiles/entity/UPU?year=2022"), page::url);
            assertThat(page.locator(".profile-figure h3").first()).containsText("2022");
            page.goBack();
            assertThat(page.locator(".profile-figure h3").first()).containsText("2024");
        }
    }

    @Test
    void listsAllProfilesOfAKind(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles?kind=country").page();
            assertThat(page.locator(".profiles-list a", new Page.LocatorOptions().setHasText("Lebanon")))
                    .isVisible();

            page.locator(".profiles-filter input").fill("leb");

            assertThat(page.locator(".profiles-list a")).hasCount(1);
        }
    }
}
