package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.KeycloakProcess;
import org.undatacube.acceptance.suite.RunningSuite;

/** Somebody signs in to the pages at Keycloak's real distribution, with the project's realm. */
@Tag("nightly")
class KeycloakSignInIT {

    @Test
    void aPreparerReportsAndSignsOut() {
        String password = UUID.randomUUID().toString();
        // Keycloak keeps people from one run to the next
        String name = "amina-" + UUID.randomUUID();
        try (KeycloakProcess keycloak = KeycloakProcess.start();
                Explorer explorer = new Explorer(
                        RunningSuite.trusting(keycloak.provider()),
                        Chromium.start(Chromium.executable().orElseThrow()))) {
            keycloak.leadBackTo(explorer.suite().anybody().address());
            keycloak.addPerson(name, password, "preparer", "WMO");
            try (Visitor visitor = explorer.visitor()) {
                Page page = visitor.at("/submit").page();
                page.getByText("Sign in with your organisation's account").click();
                page.locator("#username").fill(name);
                page.locator("#password").fill(password);
                page.locator("#kc-login").click();
                assertThat(page.locator(".who-bar")).containsText("WMO");

                page.getByText("New submission").first().click();
                page.locator("#controlTotal").fill("10.00");
                page.locator("input[type=file]")
                        .setInputFiles(Desk.csv("wmo.csv", "lineId,function,amount\nW-1,E01,10.00\n"));
                page.locator(".new-submission button.primary").click();
                assertThat(page.locator(".facts")).containsText("USD 10.00");

                page.getByText("Sign out").click();
                assertThat(page.locator("#key")).isVisible();
                page.getByText("Sign in with your organisation's account").click();
                assertThat(page.locator("#password")).isVisible();
            }
        }
    }
}
