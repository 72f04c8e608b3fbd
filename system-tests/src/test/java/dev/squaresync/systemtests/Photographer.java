package dev.squaresync.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.squaresync.localstack.stack.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Takes pictures of pages in one look, small enough for the repository. */
final class Photographer {

    private static final int MOST_BYTES = 85_000;

    enum Look {
        DESKTOP("", 1280, 1_800, 1, ColorScheme.LIGHT),
        PHONE("-phone", 390, 1_700, 2, ColorScheme.LIGHT),
        DARK("-dark", 1280, 1_100, 1, ColorScheme.DARK);

        private final String suffix;
        private final int width;
        private final int tallest;
        private final double scale;
        private final ColorScheme scheme;

        Look(String suffix, int width, int tallest, double scale, ColorScheme scheme) {
            this.suffix = suffix;
            this.width = width;
            this.tallest = tallest;
            this.scale = scale;
            this.scheme = scheme;
        }

        private Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setViewportSize(width, 800)
                    .setDeviceScaleFactor(scale)
                    .setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/Berlin");
        }
    }

    private final Visitor visitor;
    private final Endpoints endpoints;
    private final Look look;
    private final Path folder;
    private final Page page;
    private final CDPSession camera;

    Photographer(Browser browser, Endpoints endpoints, Look look, Path folder) {
        this.visitor = new Visitor(browser, endpoints, look.options());
        this.endpoints = endpoints;
        this.look = look;
        this.folder = folder;
        this.page = visitor.open("/login");
        this.camera = visitor.context().newCDPSession(page);
    }

    void signIn() {
        Visitor.signIn(page, endpoints.get("ADMIN_USER"), endpoints.get("ADMIN_PASSWORD"));
    }

    /**
     * Starts a sync as a person does.
     *
     * @param reach as the overview's form has it
     * @return the run's id
     */
    String sync(String reach) {
        page.navigate("/");
        page.getByLabel("How far back").selectOption(reach);
        Visitor.button(page, "Sync all now").click();
        page.waitForURL("**/runs/*");
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** @param name of the file, without the look and the ending */
    void take(String name, String path) {
        page.navigate(path);
        assertThat(page.locator("h1")).hasCount(1);
        page.evaluate("document.fonts.ready");
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        byte[] picture = develop(Math.min(height, look.tallest));
        try {
            Files.write(folder.resolve(name + look.suffix + ".webp"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] develop(int height) {
        byte[] picture = develop(height, 80);
        for (int quality = 65; picture.length > MOST_BYTES && quality > 0; quality -= 15) {
            picture = develop(height, quality);
        }
        return picture;
    }

    private byte[] develop(int height, int quality) {
        JsonObject clip = new JsonObject();
        clip.addProperty("x", 0);
        clip.addProperty("y", 0);
        clip.addProperty("width", look.width);
        clip.addProperty("height", height);
        clip.addProperty("scale", 1);
        JsonObject how = new JsonObject();
        how.addProperty("format", "webp");
        how.addProperty("quality", quality);
        how.addProperty("captureBeyondViewport", true);
        how.add("clip", clip);
        return Base64.getDecoder()
                .decode(camera.send("Page.captureScreenshot", how).get("data").getAsString());
    }
}
