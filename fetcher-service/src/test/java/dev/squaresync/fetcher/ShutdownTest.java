package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.testsupport.TestBroker;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service is told to stop while a page is under way: orchestrators kill what still runs after 30 s. */
class ShutdownTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final ScriptedSquare square = new ScriptedSquare();
    private final TestBroker broker = TestBroker.freshVirtualHost();
    private final AtomicBoolean answered = new AtomicBoolean();

    @AfterEach
    void close() {
        square.close();
    }

    @Test
    void a_page_that_takes_five_seconds_is_finished_first() {
        square.answer(request ->
                request.cursor().isEmpty() ? afterFiveSeconds(threePages("")) : threePages(request.cursor()));
        RunningFetcher stopping = RunningFetcher.start(broker, square);
        PublishedByFetcher heard = stopping.published();
        UUID run = stopping.request("categories");
        await().atMost(SOON).until(() -> square.asked().size() == 1);

        assertThat(stopped(stopping)).isLessThan(Duration.ofSeconds(29));
        assertThat(answered).isTrue();

        try (RunningFetcher next = RunningFetcher.start(broker, square)) {
            await().atMost(SOON).until(() -> isWhole(run, heard, next.published()));
            assertThat(square.asked().stream()
                            .filter(request -> request.cursor().isEmpty()))
                    .hasSize(1);
        }
    }

    @Test
    void a_page_that_square_does_not_answer_goes_back_into_its_queue() {
        square.answer(request -> square.silence());
        RunningFetcher stopping = RunningFetcher.start(broker, square, "square-sync.shutdown-timeout=2s");
        PublishedByFetcher heard = stopping.published();
        UUID run = stopping.request("categories");
        await().atMost(SOON).until(() -> square.asked().size() == 1);

        assertThat(stopped(stopping)).isLessThan(Duration.ofSeconds(29));

        square.answer(request -> threePages(request.cursor()));
        try (RunningFetcher next = RunningFetcher.start(broker, square)) {
            await().atMost(SOON).until(() -> isWhole(run, heard, next.published()));
            assertThat(next.published().deadLetters(run)).isEmpty();
        }
    }

    private static Duration stopped(RunningFetcher fetcher) {
        long start = System.nanoTime();
        fetcher.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isWhole(UUID run, PublishedByFetcher... published) {
        return Stream.of(published)
                        .flatMap(part -> part.pages(run).stream())
                        .map(page -> page.page().number())
                        .distinct()
                        .count()
                == 3;
    }

    private static Answer threePages(String cursor) {
        return ScriptedSquare.json(
                switch (cursor) {
                    case "" -> "{\"cursor\":\"c1\"}";
                    case "c1" -> "{\"cursor\":\"c2\"}";
                    default -> "{}";
                });
    }

    private Answer afterFiveSeconds(Answer answer) {
        return exchange -> {
            try {
                new CountDownLatch(1).await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            answered.set(true);
            answer.write(exchange);
        };
    }
}
