package dev.squaresync.scheduler.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The page that needs no database: not even to know who looks at it. */
@Component
class DatabaseDownPage {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseDownPage.class);
    private static final String RETRY_AFTER_SECONDS = "10";

    private final byte[] page;

    DatabaseDownPage() throws IOException {
        try (InputStream file = DatabaseDownPage.class.getResourceAsStream("database-down.html")) {
            if (file == null) {
                throw new IllegalStateException(
                        "No file database-down.html beside " + getClass().getName() + ".");
            }
            this.page = file.readAllBytes();
        }
    }

    void show(HttpServletResponse response, Exception why) throws IOException {
        LOG.warn("Page not shown, the database cannot be reached: {}", why.getMessage());
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(page);
    }
}
