package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No dead ends: wherever one comes to, the page says what happened and leads on. */
@ExtendWith(ExplorerSuite.class)
class WrongTurnsIT {
    @Test
    void aWrongAddress(Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Response response = visitor.page().navigate("/profile/UNHCR");
            visitor.settle();

            assertEquals(404, response.status());
            assertEquals("There is no page at this address", visitor.heading());
            visitor.requireAccessible();
            visitor.page().locator("main a[href='/profiles']").click();
            assertThat(visitor.page().locator("h1")).hasText("Profiles");
        }
    }

    @Test
    void anUnknownCodeInASharedLink(Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/profiles/country/QQ").page();

            assertEquals("There is no such profile", visitor.heading());
            assertThat(page.locator("main")).containsText("QQ");
            page.locator("main .search input").pressSequentially("lebanon");
            assertThat(page.locator("main [role=option]").first()).containsText("Lebanon");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Lebanon");
        }
    }

    @Test
    void aLostConnection(Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.page();
            page.route("**/api/**", Route::abort);
            visitor.at("/");
            assertThat(page.locator(".failure")).containsText("No connection");
            visitor.requireAccessible();

            page.unroute("**/api/**");
            page.locator(".failure button").click();

            assertThat(page.locator(".home-figures")).containsText("USD 66.04 billion");
        }
    }

    @Test
    void aServiceThatIsDown(Explorer explorer) {
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.page();
            page.route(
                    "**/api/v1/profiles/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setStatus(503)
                            .setContentType("application/problem+json")
                            .setBody(
                                    "{\"type\":\"/problems/gateway/unavailable\",\"title\":\"Unavailable\",\"status\":503,"
                                            + "\"detail\":\"The service does not answer.\",\"requestId\":\"a1b2\"}")));

            visitor.at("/profiles/entity/UPU");

            assertThat(page.locator(".failure")).containsText("not available at the moment");
            assertThat(page.locator(".failure")).containsText("a1b2");
            assertThat(page.locator(".failure a[href='/status']")).isVisible();
        }
    }

    @Test
    void anEmptyResult(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/profiles/country/LB?year=2024").page();

            assertThat(page.locator(".profile-amount")).hasText("Nothing is published");
            assertThat(page.locator(".profile-figure .coverage-note a")).isVisible();
        }
    }
}
