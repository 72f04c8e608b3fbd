package dev.squaresync.scheduler.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a browser gets while the database is down. */
class DatabaseDownTest {

    private static final CannotCreateTransactionException DOWN = new CannotCreateTransactionException("It is down.");
    private static final FilterChain FAILING = (request, response) -> {
        throw DOWN;
    };

    private final DatabaseDownPage page;

    DatabaseDownTest() throws IOException {
        this.page = new DatabaseDownPage();
    }

    @Test
    void a_request_that_cannot_even_find_its_session_gets_a_page_that_says_what_to_do() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new DatabaseDownFilter(page).doFilter(get("/runs"), response, FAILING);

        assertSays(response);
    }

    @Test
    void so_does_one_whose_page_cannot_be_made() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(new PageErrors(page).resolveException(get("/"), response, null, DOWN))
                .isNotNull();

        assertSays(response);
    }

    @Test
    void programs_get_no_page() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(new PageErrors(page).resolveException(get("/api/status"), response, null, DOWN))
                .isNull();
        assertThatThrownBy(() -> new DatabaseDownFilter(page).doFilter(get("/api/status"), response, FAILING))
                .isSameAs(DOWN);
    }

    private static MockHttpServletRequest get(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        return request;
    }

    private static void assertSays(MockHttpServletResponse response) throws Exception {
        Document document = Jsoup.parse(response.getContentAsString());
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(document.select("h1").text()).isEqualTo("The database cannot be reached");
        assertThat(document.text()).contains("What to do:");
        assertThat(document.select("script, [style]")).isEmpty();
    }
}
