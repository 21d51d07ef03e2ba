package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of the API's operations, on which each can be tried. */
@ExtendWith(ExplorerSuite.class)
class ApiInTheBrowserIT {

    @Test
    void triesAnOperationAsItsExampleHasIt(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Locator operation = operation(visitor.at("/docs").page(), "/api/v1/cubes/{cube}/aggregate");

            execute(operation);

            assertThat(operation.locator(".live-responses-table tbody .response-col_status"))
                    .containsText("200");
        }
    }

    @Test
    void triesAnOperationWithAKey(Explorer explorer) {
        try (Visitor visitor = explorer.visitor()) {
            Page page = visitor.at("/docs").page();
            page.locator(".auth-wrapper .authorize").first().click();
            page.locator(".dialog-ux input").first().fill(explorer.suite().administratorKey());
            page.locator(".dialog-ux .authorize").first().click();
            page.locator(".dialog-ux .btn-done").click();
            Locator operation = operation(page, "/api/v1/caller");

            execute(operation);

            assertThat(operation.locator(".live-responses-table tbody .response-col_status"))
                    .containsText("200");
            assertThat(operation.locator(".live-responses-table")).containsText("first administrator");
        }
    }

    private static Locator operation(Page page, String path) {
        return page.locator(
                ".opblock-get",
                new Page.LocatorOptions().setHas(page.locator(".opblock-summary-path[data-path='" + path + "']")));
    }

    private static void execute(Locator operation) {
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        operation.locator(".execute").click();
    }
}
