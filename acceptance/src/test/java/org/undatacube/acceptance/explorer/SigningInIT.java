package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.http.OpenIdSignIn;
import org.undatacube.http.OpenIdSignIn.Account;

/** Signing in to the pages with an account of the organisation's OpenID Connect provider, in place of a key. */
@ExtendWith(ExplorerSuite.class)
class SigningInIT {
    private static final OpenIdSignIn PROVIDER = RunningSuite.openIdProvider().signIn();
    private static final String SIGN_IN = "Sign in with your organisation's account";
    private static final String DEADLINES = "windows-view .nothing-found, windows-view table";
    private static final int LONG = 3600;
    /** Seconds after which a token has ended. */
    private static final int SHORT = 3;

    @Test
    void somebodyComesBackSignedInAndStaysSoUntilTheySignOut(Explorer explorer) {
        PROVIDER.as(new Account("c5-preparer", List.of("preparer"), "IMO", LONG));
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/submit/completeness").page();
            assertThat(page.locator("#key")).isVisible();
            visitor.requireAccessible();

            letIn(page);
            assertThat(page.locator(".who-bar")).containsText("IMO");
            assertThat(page).hasURL(Pattern.compile(".*/submit/completeness"));
            visitor.requireAccessible();
            assertEquals(0, page.evaluate("sessionStorage.length"), "no token is put away");

            visitor.at("/submit");
            assertThat(page.locator(".who-bar")).containsText("IMO");

            page.getByText("Sign out").click();
            assertThat(page.locator("#key")).isVisible();
            visitor.at("/submit/completeness");
            assertThat(page.locator("#key")).isVisible();
        }
    }

    @Test
    void aTokenThatEndsIsRenewedUnseen(Explorer explorer) {
        PROVIDER.as(new Account("c6-preparer", List.of("preparer"), "IMO", SHORT));
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/submit").page();
            Request asked = page.waitForRequest("**/api/v1/caller", () -> letIn(page));
            assertThat(page.locator(".who-bar")).containsText("IMO");
            int renewals = PROVIDER.renewals();
            awaitEnd(explorer, asked);

            page.getByText("New submission").first().click();
            assertThat(page.locator("#controlTotal")).isVisible();
            page.getByText("Deadlines").first().click();
            assertThat(page.locator(DEADLINES)).isVisible();
            assertThat(page.locator("dialog")).hasCount(0);
            page.reload();
            assertThat(page.locator(".who-bar")).containsText("IMO");
            assertTrue(PROVIDER.renewals() > renewals, "a refresh token was exchanged");
        }
    }

    @Test
    void aRenewalOutlivesThePageThatAskedForIt(Explorer explorer) {
        PROVIDER.as(new Account("c9-preparer", List.of("preparer"), "IMO", SHORT));
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/submit").page();
            letIn(page);
            assertThat(page.locator(".who-bar")).containsText("IMO");
            List<String> before = cookies(page);

            PROVIDER.pause();
            try {
                page.waitForRequest("**/sign-in/token", page::reload);
                Await.until("the token is being renewed", PROVIDER::isWaitedFor);
                visitor.at("/about");
            } finally {
                PROVIDER.goOn();
            }
            page.waitForCondition(() -> !cookies(page).equals(before));

            visitor.at("/submit");
            assertThat(page.locator(".who-bar")).containsText("IMO");
        }
    }

    @Test
    void whatIsBeingDoneOutlivesASessionThatEnds(Explorer explorer) {
        PROVIDER.as(new Account("c7-preparer", List.of("preparer"), "IMO", SHORT));
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/submit/new").page();
            Request asked = page.waitForRequest("**/api/v1/caller", () -> letIn(page));
            page.locator("#controlTotal").fill("12.00");
            page.locator("#source").fill("Financial report 2025");
            page.locator("input[type=file]")
                    .setInputFiles(Desk.csv("imo.csv", "lineId,function,amount\nM-1,E01,12.00\n"));
            PROVIDER.endSessions();
            awaitEnd(explorer, asked);

            page.locator(".new-submission button.primary").click();
            assertThat(page.locator("dialog")).containsText("You are no longer signed in");
            visitor.requireAccessible();
            PROVIDER.as(new Account("c7-preparer", List.of("preparer"), "IMO", LONG));
            Page tab = page.context().waitForPage(() -> page.getByText(SIGN_IN).click());
            tab.getByText("Let me in").click();

            assertThat(page).hasURL(Pattern.compile(".*/submit/submissions/.*"));
            assertThat(page.locator(".facts")).containsText("Financial report 2025");
        }
    }

    @Test
    void whoIsNotLetInIsToldAndCanUseAKey(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/submit").page();
            page.getByText(SIGN_IN).click();
            page.getByText("Go back").click();

            assertThat(page.locator("[role=alert]").first()).containsText("did not let you in");
            assertThat(page.locator("#key")).isVisible();
            visitor.requireAccessible();
        }
    }

    @Test
    void whoHasNoRoleIsToldAndCanSignOut(Explorer explorer) {
        PROVIDER.as(new Account("c8-guest", List.of("guest"), "IMO", LONG));
        try (Visitor visitor = explorer.visitor().expectingTrouble()) {
            Page page = visitor.at("/submit").page();
            letIn(page);

            assertThat(page.locator("main")).containsText("gives no access here");
            visitor.requireAccessible();
            page.getByText("Sign out").click();
            assertThat(page.locator("#key")).isVisible();
        }
    }

    private static void letIn(Page page) {
        page.getByText(SIGN_IN).click();
        page.getByText("Let me in").click();
    }

    private static List<String> cookies(Page page) {
        return page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .toList();
    }

    private static void awaitEnd(Explorer explorer, Request withToken) {
        String token = withToken.headerValue("authorization").substring("Bearer ".length());
        Await.until(
                "the token has ended",
                () -> explorer.suite()
                                .anybody()
                                .withKey(token)
                                .get("/api/v1/caller")
                                .status()
                        == 401);
    }
}
