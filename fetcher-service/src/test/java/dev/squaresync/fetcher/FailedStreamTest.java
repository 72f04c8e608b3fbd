package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A request goes in, and a dead letter that says why comes out. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStreamTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final RunningFetcher FETCHER = RunningFetcher.start(
            TestBroker.freshVirtualHost(),
            SQUARE,
            "square.circuit.window=1000",
            "square.circuit.minimum-calls=1000",
            "fetcher.most-scans=3");

    @AfterAll
    static void close() {
        FETCHER.close();
        SQUARE.close();
    }

    @Test
    void a_cursor_that_always_expires_fails_the_stream_in_the_end() {
        SQUARE.answer(request -> request.cursor().isEmpty()
                ? ThreePages.answer(request)
                : ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR"));

        UUID run = FETCHER.request("categories");

        DeadLetter dead = awaitDeadLetter(run, "square-cursor-expires");
        assertThat(dead.reason()).contains("3 scans");
        // Pages are heard in another queue than dead letters.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(FETCHER.published().pages(run))
                        .extracting(page -> page.page().scan())
                        .containsExactly(1, 2, 3));
    }

    @Test
    void a_cursor_that_repeats_at_once_fails_the_stream() {
        SQUARE.answer(request -> ScriptedSquare.json(ThreePages.text(1, "same")));

        UUID run = FETCHER.request("categories");

        awaitDeadLetter(run, "square-cursor-repeats");
        assertThat(SQUARE.asked()).hasSize(2);
    }

    @Test
    void cursors_that_go_from_a_to_b_to_a_fail_the_stream() {
        SQUARE.answer(request ->
                ScriptedSquare.json(ThreePages.text(1, request.cursor().equals("a") ? "b" : "a")));

        UUID run = FETCHER.request("categories");

        awaitDeadLetter(run, "square-cursor-repeats");
        assertThat(SQUARE.asked()).hasSizeLessThan(8);
    }

    @Test
    void a_revoked_token_is_shown_to_square_once_for_each_partition_and_nowhere_else(CapturedOutput log) {
        SQUARE.answer(request -> ScriptedSquare.error(401, "AUTHENTICATION_ERROR", "ACCESS_TOKEN_REVOKED"));

        UUID run = FETCHER.request("catalog");

        await().atMost(SOON).until(() -> FETCHER.published().deadLetters(run).size() == 2);
        assertThat(FETCHER.published().deadLetters(run)).allSatisfy(dead -> {
            assertThat(dead.code()).isEqualTo("square-unauthorized");
            assertThat(dead.attempts()).isEqualTo(1);
            assertThat(dead.reason()).contains("ACCESS_TOKEN_REVOKED").doesNotContain(RunningFetcher.TOKEN);
            assertThat(dead.queue()).isEqualTo(Topology.PAGES_TO_FETCH.name());
            assertThat(dead.headers().toString() + new String(dead.body(), StandardCharsets.UTF_8))
                    .doesNotContain(RunningFetcher.TOKEN);
        });
        assertThat(log.getAll()).contains("ACCESS_TOKEN_REVOKED").doesNotContain(RunningFetcher.TOKEN);
        assertThat(SQUARE.asked()).hasSize(2);
    }

    @Test
    void a_missing_permission_fails_the_stream_and_is_not_asked_again() {
        SQUARE.answer(request -> ScriptedSquare.error(403, "AUTHENTICATION_ERROR", "INSUFFICIENT_SCOPES"));

        UUID run = FETCHER.request("categories");

        awaitDeadLetter(run, "square-forbidden");
        assertThat(SQUARE.asked()).hasSize(1);
    }

    @Test
    void a_stream_that_cannot_be_planned_fails_as_a_whole() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));

        UUID run = FETCHER.request("inventory");

        assertThat(awaitDeadLetter(run, "no-locations").queue()).isEqualTo(Topology.STREAMS_TO_PLAN.name());
    }

    @Test
    void a_data_type_that_nobody_reads_fails() {
        UUID run = FETCHER.request("payments");

        assertThat(awaitDeadLetter(run, "unknown-data-type").attempts()).isEqualTo(1);
    }

    @Test
    void a_square_that_stays_away_fails_the_stream_after_the_whole_ladder() {
        SQUARE.answer(request -> ScriptedSquare.status(503, "<html>down</html>", Map.of()));

        UUID run = FETCHER.request("categories");

        assertThat(awaitDeadLetter(run, "square-unavailable").attempts()).isEqualTo(3);
        assertThat(SQUARE.asked()).hasSize(9);
        assertThat(FETCHER.published().pages(run)).isEmpty();
    }

    private static DeadLetter awaitDeadLetter(UUID run, String code) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(FETCHER.published().deadLetters(run)).hasSize(1));
        DeadLetter dead = FETCHER.published().deadLetters(run).get(0);
        assertThat(dead.code()).isEqualTo(code);
        return dead;
    }
}
