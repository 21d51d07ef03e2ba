package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;

/** Keys in the pages: who has one, and what becomes of one that ends. */
@ExtendWith(ExplorerSuite.class)
class KeysIT {
    private static final String LINES = "lineId,function,amount\nK-1,E01,10.00\n";

    @Test
    void aKeyIsIssuedReplacedAndRevoked(Explorer explorer) {
        Gateway administrator = explorer.suite().administrator();
        try (Desk desk = Desk.of(explorer.visitor(), administrator, "/submit/keys")) {
            desk.page().locator(".issue summary").click();
            desk.page().locator("#key-name").fill("ITC, budget office");
            desk.page().locator("#key-entity").selectOption("ITC");
            desk.press("Issue a key");
            String first = shownKey(desk);
            assertEquals("ITC", who(administrator.withKey(first)));
            desk.visitor().requireAccessible();

            desk.press("Replace the key ITC, budget office");
            desk.page().locator("#overlap").selectOption("P7D");
            desk.page().locator(".editing .primary").click();
            assertThat(desk.page().locator("#new-key")).not().hasText(first);
            String second = shownKey(desk);
            assertEquals("ITC", who(administrator.withKey(first)));
            assertEquals("ITC", who(administrator.withKey(second)));
            desk.press("I have put it away");
            assertThat(desk.page().locator("new-key")).hasCount(0);

            Locator row = desk.page()
                    .locator("table.keys tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(idOf(second)))
                    .filter(new Locator.FilterOptions().setHasNotText("replaced by"));
            row.locator("button.danger").click();
            desk.page().locator(".editing button.danger").click();
            assertThat(desk.page().locator(".done")).containsText("is revoked");
            Await.until(
                    "the key is refused",
                    () -> administrator.withKey(second).get("/api/v1/caller").status() == 401);
        }
    }

    @Test
    void whatIsBeingDoneOutlivesAKeyThatEnds(Explorer explorer) {
        Gateway first = explorer.suite().holderOf("preparer", "ITU");
        Gateway second = explorer.suite().holderOf("preparer", "ITU");
        try (Visitor visitor = explorer.visitor().expectingTrouble();
                Desk desk = Desk.of(visitor, first, "/submit/new")) {
            desk.page().locator("#controlTotal").fill("10.00");
            desk.page().locator("#source").fill("Financial report 2025");
            desk.page().locator("input[type=file]").setInputFiles(Desk.csv("itu.csv", LINES));
            revoke(explorer, first);

            desk.page().locator(".new-submission button.primary").click();
            Locator dialog = desk.page().locator("dialog");
            assertThat(dialog).containsText("Your key is no longer accepted");
            visitor.requireAccessible();
            desk.signIn(second.key());

            assertThat(desk.page()).hasURL(Pattern.compile(".*/submit/submissions/.*"));
            assertThat(desk.page().locator(".facts")).containsText("Financial report 2025");
        }
    }

    @Test
    void aKeyIsInNoAddressAndGoneAfterSigningOut(Explorer explorer) {
        Gateway holder = explorer.suite().holderOf("preparer", "ITU");
        try (Desk desk = Desk.of(explorer, holder)) {
            assertFalse(desk.page().url().contains("udc_"));
            desk.visitor().at("/submit/new");
            assertThat(desk.page().locator(".who-bar")).isVisible();

            desk.press("Sign out");

            assertThat(desk.page().locator("#key")).isVisible();
            assertEquals(0, desk.page().evaluate("sessionStorage.length"));
        }
    }

    @Test
    void aMistypedKeyIsToldBeforeAnybodyIsAsked(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            visitor.at("/submit");
            visitor.requireAccessible();
            visitor.page().locator("#key").fill("udc_1234");
            visitor.page().locator("#key").press("Enter");

            assertThat(visitor.page().locator("#key-error")).containsText("not the form of a key");
            assertThat(visitor.page().locator("#key")).isFocused();
            assertFalse(visitor.requests().contains("/api/v1/caller"));
        }
    }

    private static String shownKey(Desk desk) {
        assertThat(desk.page().locator("#new-key")).hasText(Pattern.compile("udc_\\w+"));
        return desk.page().locator("#new-key").textContent().strip();
    }

    private static String idOf(String key) {
        return key.split("_", -1)[1];
    }

    private static String who(Gateway gateway) {
        return gateway.get("/api/v1/caller").require(200).get("entity").asText();
    }

    private static void revoke(Explorer explorer, Gateway holder) {
        Gateway administrator = explorer.suite().administrator();
        String id = idOf(holder.key());
        assertEquals(
                204,
                administrator
                        .send("DELETE", "/api/v1/api-keys/" + id, null, BodyPublishers.noBody())
                        .status());
        Await.until("the key is refused", () -> holder.get("/api/v1/caller").status() == 401);
    }
}
