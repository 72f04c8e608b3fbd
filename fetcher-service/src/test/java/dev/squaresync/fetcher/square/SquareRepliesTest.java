package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.message.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each of Square's answers means, the strange ones above all. */
class SquareRepliesTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();

    private static final Slice SLICE = new Slice(
            List.of("L1"), List.of(), Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));

    private static final int ONCE = 1;
    private static final int WITH_SHORT_RETRIES = 3;

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    static Stream<Arguments> refusals() {
        String html = "<html><body>Forbidden</body></html>";
        return Stream.of(
                arguments("401", unauthorized(), "square-unauthorized", ONCE),
                arguments(
                        "403",
                        ScriptedSquare.error(403, "AUTHENTICATION_ERROR", "FORBIDDEN"),
                        "square-forbidden",
                        ONCE),
                arguments("403 in HTML", ScriptedSquare.status(403, html, Map.of()), "square-forbidden", ONCE),
                arguments(
                        "400",
                        ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "BAD_REQUEST"),
                        "square-rejected",
                        ONCE),
                arguments(
                        "404",
                        ScriptedSquare.error(404, "INVALID_REQUEST_ERROR", "NOT_FOUND"),
                        "square-rejected",
                        ONCE),
                arguments("410", ScriptedSquare.error(410, "INVALID_REQUEST_ERROR", "GONE"), "square-rejected", ONCE),
                arguments(
                        "a cursor refused that was not sent",
                        ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR"),
                        "square-rejected",
                        ONCE),
                arguments(
                        "errors in a 200",
                        ScriptedSquare.error(200, "INVALID_REQUEST_ERROR", "BAD_REQUEST"),
                        "square-rejected",
                        ONCE),
                arguments(
                        "no permission in a 200",
                        ScriptedSquare.error(200, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES"),
                        "square-forbidden",
                        ONCE),
                arguments(
                        "a redirect",
                        ScriptedSquare.status(302, "", Map.of("Location", SQUARE.url() + "/elsewhere")),
                        "square-redirected",
                        ONCE),
                arguments("a gzip bomb", ScriptedSquare.gzip(" ".repeat(3_000_000)), "square-reply-too-large", ONCE),
                arguments(
                        "a gzip bomb in a 500",
                        ScriptedSquare.gzip(500, " ".repeat(30_000_000)),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "half a gzip",
                        ScriptedSquare.gzipCutOff("{\"orders\":[{\"id\":\"1\"}]}"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "100,001 levels of nesting",
                        ScriptedSquare.json("{\"orders\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"),
                        "square-reply-too-deep",
                        ONCE),
                arguments(
                        "429",
                        ScriptedSquare.error(429, "RATE_LIMIT_ERROR", "RATE_LIMITED"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "429 in a 200",
                        ScriptedSquare.error(200, "RATE_LIMIT_ERROR", "RATE_LIMITED"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments("429 for a minute", busyFor("60"), "square-unavailable", ONCE),
                arguments(
                        "408",
                        ScriptedSquare.error(408, "API_ERROR", "REQUEST_TIMEOUT"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "500",
                        ScriptedSquare.error(500, "API_ERROR", "INTERNAL_SERVER_ERROR"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "502 in HTML",
                        ScriptedSquare.status(502, html, Map.of()),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments("503", ScriptedSquare.status(503, "", Map.of()), "square-unavailable", WITH_SHORT_RETRIES),
                arguments("HTML in a 200", ScriptedSquare.json(html), "square-unavailable", WITH_SHORT_RETRIES),
                arguments("nothing in a 200", ScriptedSquare.json(""), "square-unavailable", WITH_SHORT_RETRIES),
                arguments(
                        "half a JSON",
                        ScriptedSquare.json("{\"orders\":[{\"id\":\"1\"}"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments("two JSONs", ScriptedSquare.json("{}{}"), "square-unavailable", WITH_SHORT_RETRIES),
                arguments("a list", ScriptedSquare.json("[]"), "square-unavailable", WITH_SHORT_RETRIES),
                arguments(
                        "orders that are no list",
                        ScriptedSquare.json("{\"orders\":{}}"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "a number for a cursor",
                        ScriptedSquare.json("{\"cursor\":7}"),
                        "square-unavailable",
                        WITH_SHORT_RETRIES),
                arguments(
                        "a reply cut off",
                        ScriptedSquare.cutOff("{\"orders\":["),
                        "square-unavailable",
                        WITH_SHORT_RETRIES));
    }

    @ParameterizedTest(name = "{0}: {2}, asked {3} times")
    @MethodSource("refusals")
    void no_strange_answer_is_ever_a_page(String name, Answer answer, String code, int requests) {
        SQUARE.answer(request -> answer);

        Throwable problem = problemOf(null);

        assertThat(problem).isInstanceOf(Problem.class);
        assertThat(((Problem) problem).code()).isEqualTo(code);
        assertThat(((Problem) problem).mayHeal()).isEqualTo(code.equals("square-unavailable"));
        assertThat(problem).hasMessageNotContaining("canary-7f3a").hasMessageNotContaining("<html>");
        assertThat(SQUARE.asked()).hasSize(requests);
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        ScriptedSquare gone = new ScriptedSquare();
        gone.close();

        ReadingSquare.from(gone)
                .read(
                        "orders",
                        orders -> assertThat(catchThrowable(() -> orders.read(SLICE, null)))
                                .isInstanceOf(SquareUnavailable.class)
                                .hasMessageContaining("could not be reached"));
    }

    @Test
    void a_reply_without_end_is_refused_with_the_limit() {
        SQUARE.answer(request -> ScriptedSquare.gzip(" ".repeat(3_000_000)));

        assertThat(problemOf(null)).hasMessageContaining("larger than 1 MB");
    }

    @Test
    void what_square_says_is_passed_on() {
        SQUARE.answer(request -> unauthorized());

        assertThat(problemOf(null)).hasMessageContaining("401").hasMessageContaining("UNAUTHORIZED: because");
    }

    @Test
    void a_cursor_that_square_no_longer_knows_has_expired() {
        SQUARE.answer(request -> ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR"));

        assertThat(problemOf("old")).isInstanceOf(CursorExpired.class);
    }

    @Test
    void a_wait_that_square_asks_for_is_known() {
        SQUARE.answer(request -> busyFor("60"));

        assertThat(((SquareUnavailable) problemOf(null)).retryAfter()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_short_wait_that_square_asks_for_is_waited_on_the_spot() {
        SQUARE.answer(request -> SQUARE.asked().size() == 1 ? busyFor("1") : ScriptedSquare.json("{\"orders\":[]}"));
        long start = System.nanoTime();

        assertThat(page(null).nextCursor()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    @Test
    void a_blip_is_not_noticed() {
        SQUARE.answer(request -> SQUARE.asked().size() < 3 ? ScriptedSquare.json("<html>") : ScriptedSquare.json("{}"));

        assertThat(page(null).body().text()).isEqualTo("{}");
    }

    @Test
    void a_page_is_kept_byte_for_byte_whatever_it_holds() {
        String body = "{ \"orders\" : [ {\"id\":\"1\",\"location_id\":null,\"new\":0.12345678901234567890123,"
                + "\"note\":\"\\u0000 \\ud800 ✓\",\"deep\":" + "[".repeat(10_000) + "]".repeat(10_000)
                + ",\"long\":\"" + "x".repeat(500_000) + "\"} ],\n \"cursor\":\"next\", \"unknown\": {} }\n";
        SQUARE.answer(request -> ScriptedSquare.gzip(body));

        SquarePage page = page(null);

        assertThat(page.body().text()).isEqualTo(body);
        assertThat(page.nextCursor()).isEqualTo("next");
        assertThat(page.listName()).isEqualTo("orders");
    }

    @Test
    void a_page_without_objects_but_with_a_cursor_is_not_the_last() {
        SQUARE.answer(request -> ScriptedSquare.json("{\"cursor\":\"on\"}"));

        assertThat(page(null).nextCursor()).isEqualTo("on");
    }

    @Test
    void an_empty_cursor_or_null_is_none() {
        SQUARE.answer(request -> ScriptedSquare.json("{\"orders\":[{}],\"cursor\":\"\"}"));
        assertThat(page(null).nextCursor()).isNull();

        SQUARE.answer(request -> ScriptedSquare.json("{\"orders\":null,\"cursor\":null,\"errors\":null}"));
        assertThat(page(null).nextCursor()).isNull();
    }

    private static SquarePage page(@Nullable String cursor) {
        AtomicReference<SquarePage> page = new AtomicReference<>();
        ReadingSquare.from(SQUARE).read("orders", orders -> page.set(orders.read(SLICE, cursor)));
        return page.get();
    }

    private static Throwable problemOf(@Nullable String cursor) {
        return catchThrowable(() -> page(cursor));
    }

    private static Answer unauthorized() {
        return ScriptedSquare.error(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED");
    }

    private static Answer busyFor(String seconds) {
        return ScriptedSquare.status(
                429, ScriptedSquare.errors("RATE_LIMIT_ERROR", "RATE_LIMITED"), Map.of("Retry-After", seconds));
    }
}
