package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.squaresync.localstack.stack.Endpoints;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the desk, with a browser of their own, and what went wrong in it. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final String desk;
    private final List<String> troubles = new ArrayList<>();

    Visitor(Browser browser, Endpoints endpoints, Browser.NewContextOptions options) {
        this.desk = endpoints.get("SCHEDULER_URL");
        this.context = browser.newContext(options.setBaseURL(desk));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onDialog(dialog -> {
            troubles.add("a dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("on the console: " + message.text());
            }
        });
        context.onWebError(error -> troubles.add("an error: " + error.error()));
    }

    Visitor(Browser browser, Endpoints endpoints) {
        this(browser, endpoints, new Browser.NewContextOptions());
    }

    /** A new tab on a page of the desk. */
    Page open(String path) {
        Page page = context.newPage();
        page.navigate(path);
        return page;
    }

    /** A new tab on the overview, after signing in. */
    Page signIn(String name, String password) {
        Page page = open("/");
        signIn(page, name, password);
        assertThat(page.url()).isEqualTo(desk + "/");
        return page;
    }

    static void signIn(Page page, String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        button(page, "Sign in").click();
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    BrowserContext context() {
        return context;
    }

    /** Dialogs, errors and refusals of the Content Security Policy so far. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        context.close();
    }
}
