package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page: on a desktop, on a phone and in the dark. It changes {@code docs/screenshots}, so it runs only when it
 * is asked for: {@code -Dtest=Screenshots}.
 */
class Screenshots {

    private static final long MOST_BYTES_IN_ALL = 2_000_000;

    private final Path folder = Path.of(System.getProperty("checkout"), "docs", "screenshots");

    @Test
    void of_every_page() throws IOException {
        empty(folder);
        try (FaultStack stack = FaultStack.prepared(
                                "screenshots",
                                settings -> settings.withOrders(30_391).withRetryWaits("500ms,1s,2s,4s,8s"))
                        .start();
                Chromium chromium = new Chromium()) {
            PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
            List<Photographer> photographers = Stream.of(Photographer.Look.values())
                    .map(look -> new Photographer(chromium.browser(), stack.endpoints(), look, folder))
                    .toList();
            photographers.forEach(photographer -> photographer.take("login", "/login"));
            photographers.forEach(Photographer::signIn);
            LifelikeShop shop = new LifelikeShop(stack, photographers.get(0));
            shop.liveForAMonth();

            String failed = shop.failInPart();
            for (Photographer photographer : photographers) {
                photographer.take("overview", "/");
                photographer.take("runs", "/runs");
                photographer.take("run-failed-in-part", "/runs/" + failed);
                photographer.take("dead-letters", "/dead-letters");
                photographer.take("dead-letter", "/dead-letters/" + shop.deadLetterOf(failed));
                photographer.take("dead-letters-replay", "/dead-letters/replay?runId=" + failed);
                photographer.take("schedules", "/schedules");
                photographer.take("schedule", "/schedules/orders");
                photographer.take("system", "/system");
                photographer.take("audit", "/audit");
                photographer.take("access", "/access");
            }
            String running = shop.startSlowly();
            for (Photographer photographer : photographers) {
                photographer.take("run-running", "/runs/" + running);
            }
            stack.shop().behave();
        }
        assertThat(bytesIn(folder)).as("bytes in all").isLessThan(MOST_BYTES_IN_ALL);
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
    }

    private static long bytesIn(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
