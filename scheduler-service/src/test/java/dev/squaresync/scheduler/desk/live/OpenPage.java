package dev.squaresync.scheduler.desk.live;

import dev.squaresync.scheduler.fixture.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** A browser's tab that listens. */
final class OpenPage implements AutoCloseable {

    private final InputStream stream;
    private final StringBuffer heard = new StringBuffer();
    private volatile boolean ended;

    private OpenPage(InputStream stream) {
        this.stream = stream;
    }

    static OpenPage open(Environment environment, Browser browser, String path) {
        String base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header(
                        "Cookie",
                        Browser.SESSION + "=" + browser.sessionCookie().orElseThrow())
                .build();
        try {
            HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            OpenPage page = new OpenPage(answer.body());
            Thread listener = new Thread(page::listen, "open-page");
            listener.setDaemon(true);
            listener.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that was heard. */
    String text() {
        return heard.toString();
    }

    /** The events that were heard whole. */
    List<String> events() {
        String text = text();
        int end = text.lastIndexOf("\n\n");
        return end < 0
                ? List.of()
                : Stream.of(text.substring(0, end).split("\n\n"))
                        .filter(event -> event.contains("event:"))
                        .toList();
    }

    boolean isEnded() {
        return ended;
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }

    private void listen() {
        byte[] part = new byte[8192];
        try {
            for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                heard.append(new String(part, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Closed by the test.
        }
        ended = true;
    }
}
