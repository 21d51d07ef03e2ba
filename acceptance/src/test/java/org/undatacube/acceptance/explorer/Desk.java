package org.undatacube.acceptance.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.undatacube.acceptance.suite.Gateway;

/** Somebody with a key, who does in the pages of /submit what their role is for. */
final class Desk implements AutoCloseable {
    /** Reading a large file may wait for its turn on a busy machine. */
    static final double PATIENCE = 120_000;

    private final Visitor visitor;
    private final Page page;

    private Desk(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /** Signs in where everybody does. */
    static Desk of(Explorer explorer, Gateway holder) {
        return of(explorer.visitor(), holder, "/submit");
    }

    /** Signs in at the address, which is where they are then. */
    static Desk of(Visitor visitor, Gateway holder, String address) {
        Desk desk = new Desk(visitor);
        visitor.at(address);
        if (address.contains("/submissions/")) {
            desk.press("Sign in");
        }
        desk.signIn(holder.key());
        assertThat(desk.page.locator(".who-bar")).isVisible();
        return desk;
    }

    Visitor visitor() {
        return visitor;
    }

    Page page() {
        return page;
    }

    void signIn(String key) {
        page.locator("#key").fill(key);
        page.locator("#key").press("Enter");
    }

    /** Goes on without leaving the page's program, as a link does. */
    void follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    void press(String name) {
        button(name).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** Fills the form for a new submission and sends it. */
    void send(int year, String total, FilePayload file, String how) {
        follow("New submission");
        page.getByLabel("Year").selectOption(Integer.toString(year));
        page.getByLabel("Audited total").fill(total);
        page.locator("input[type=file]").setInputFiles(file);
        page.getByLabel(how).check();
        page.locator(".new-submission button.primary").click();
    }

    static FilePayload csv(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        visitor.close();
    }
}
