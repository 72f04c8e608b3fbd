package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.message.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reply has until its deadline, however it comes. */
class DeadlineTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();

    private static final Slice SLICE = new Slice(
            List.of("L1"), List.of(), Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));

    private static final int WITH_SHORT_RETRIES = 3;

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    static Stream<Answer> endless() {
        return Stream.of(SQUARE.trickle(), SQUARE.silence());
    }

    @ParameterizedTest
    @MethodSource("endless")
    void a_reply_that_does_not_come_to_its_end_is_given_up_at_the_deadline(Answer answer) {
        SQUARE.answer(request -> answer);

        ReadingSquare.from(SQUARE)
                .with("square.patience.deadline=300ms")
                .read(
                        "orders",
                        orders -> assertThat(catchThrowable(() -> orders.read(SLICE, null)))
                                .isInstanceOf(SquareUnavailable.class)
                                .hasMessageContaining("did not answer in time"));
        assertThat(SQUARE.asked()).hasSize(WITH_SHORT_RETRIES);
    }

    @Test
    void the_deadline_holds_although_each_piece_of_the_reply_comes_in_time() {
        SQUARE.answer(request -> SQUARE.trickle());

        ReadingSquare.from(SQUARE)
                .with("square.patience.read=500ms", "square.patience.deadline=1s")
                .read(
                        "orders",
                        orders -> assertTimeoutPreemptively(
                                Duration.ofSeconds(30),
                                () -> assertThat(catchThrowable(() -> orders.read(SLICE, null)))
                                        .hasMessageContaining("did not answer in time")));
    }
}
