package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.fetcher.ScriptedSquare.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/** When Square counts as down: after eight requests of which half have failed, here. */
class CircuitTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final int UNTIL_OPEN = 8;

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                arguments("500", ScriptedSquare.error(500, "API_ERROR", "INTERNAL_SERVER_ERROR")),
                arguments("503 that names a wait", down("3600")),
                arguments("API_ERROR in a 200", ScriptedSquare.error(200, "API_ERROR", "INTERNAL_SERVER_ERROR")),
                arguments("408", ScriptedSquare.error(408, "API_ERROR", "REQUEST_TIMEOUT")),
                arguments("HTML in a 200", ScriptedSquare.json("<html>")),
                arguments("half a reply", ScriptedSquare.cutOff("{\"orders\":[")),
                arguments("silence", SQUARE.silence()),
                arguments("a reply that trickles", SQUARE.trickle()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void a_square_that_does_not_work_is_left_alone(String name, Answer answer) {
        SQUARE.answer(request -> answer);

        reading("10m", "300ms", square -> {
            for (int i = 0; i < 10; i++) {
                square.problemOfReading();
            }
            assertThat(square.problemOfReading())
                    .isInstanceOf(SquareDown.class)
                    .hasMessageStartingWith("Square is down. Square");
            assertThat(SQUARE.asked()).hasSize(UNTIL_OPEN);
        });
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                arguments("429", ScriptedSquare.error(429, "RATE_LIMIT_ERROR", "RATE_LIMITED")),
                arguments("429 in a 200", ScriptedSquare.error(200, "RATE_LIMIT_ERROR", "RATE_LIMITED")),
                arguments("429 that names a wait", ScriptedSquare.status(429, "{}", Map.of("Retry-After", "60"))),
                arguments("401", ScriptedSquare.error(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED")),
                arguments("403", ScriptedSquare.error(403, "AUTHENTICATION_ERROR", "FORBIDDEN")),
                arguments("400", ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "BAD_REQUEST")),
                arguments("404", ScriptedSquare.error(404, "INVALID_REQUEST_ERROR", "NOT_FOUND")),
                arguments("a redirect", ScriptedSquare.status(302, "", Map.of("Location", "http://127.0.0.1:1/"))),
                arguments("a gzip bomb", ScriptedSquare.gzip(" ".repeat(3_000_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void a_square_that_refuses_or_is_busy_works(String name, Answer answer) {
        SQUARE.answer(request -> answer);

        reading("10m", square -> {
            for (int i = 0; i < 10; i++) {
                assertThat(square.problemOfReading()).isNotInstanceOf(SquareDown.class);
            }
            assertThat(SQUARE.asked()).hasSizeGreaterThanOrEqualTo(10);
        });
    }

    @Test
    void the_request_that_shows_that_square_is_down_is_told_so() {
        SQUARE.answer(request -> down("3600"));

        reading("10m", square -> {
            for (int i = 1; i < UNTIL_OPEN; i++) {
                assertThat(square.problemOfReading()).isInstanceOf(SquareUnavailable.class);
            }
            assertThat(square.problemOfReading()).isInstanceOf(SquareDown.class);
        });
    }

    @Test
    void a_page_that_fails_alone_uses_up_its_attempts() {
        SQUARE.answer(request -> ScriptedSquare.json("<html>"));

        reading("10m", square -> {
            assertThat(square.problemOfReading()).isInstanceOf(SquareUnavailable.class);
            assertThat(square.problemOfReading()).isInstanceOf(SquareUnavailable.class);
        });
    }

    @Test
    void one_request_that_is_answered_closes_the_circuit_whatever_the_answer_is() {
        for (Answer answer : List.of(
                ScriptedSquare.json("{}"),
                ScriptedSquare.error(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED"),
                ScriptedSquare.error(429, "RATE_LIMIT_ERROR", "RATE_LIMITED"))) {
            SQUARE.answer(request -> down("3600"));
            reading("50ms", square -> {
                square.breakDown();
                SQUARE.answer(request -> answer);
                await().until(() -> square.problemOfProbing() == null);
                SQUARE.answer(request -> ScriptedSquare.json("{}"));
                assertThat(square.problemOfReading()).isNull();
            });
        }
    }

    @Test
    void a_probe_asks_once_and_leaves_a_square_that_is_still_down_alone() {
        SQUARE.answer(request -> down("3600"));

        reading("50ms", square -> {
            square.breakDown();
            await().until(() -> {
                SQUARE.asked().clear();
                assertThat(square.problemOfProbing()).isInstanceOf(SquareDown.class);
                return !SQUARE.asked().isEmpty();
            });
            assertThat(SQUARE.asked())
                    .hasSize(1)
                    .allMatch(request -> request.path().equals("/v2/locations"));
        });
    }

    private static Answer down(String retryAfter) {
        return ScriptedSquare.status(503, "", Map.of("Retry-After", retryAfter));
    }

    private static void reading(String openFor, Consumer<Reader> test) {
        reading(openFor, "10s", test);
    }

    private static void reading(String openFor, String deadline, Consumer<Reader> test) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(SquareConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "square.access-token=canary-7f3a",
                        "square.base-url=" + SQUARE.url(),
                        "square.requests-per-second=1000",
                        "square.patience.retry=1ms",
                        "square.patience.deadline=" + deadline,
                        "square.largest-reply=1MB",
                        "square.circuit.open-for=" + openFor)
                .run(context -> test.accept(new Reader(context.getBean(Square.class))));
    }

    private record Reader(Square square) {

        @Nullable
        Throwable problemOfReading() {
            return catchThrowable(() -> square.read(
                    new Question("orders", null, client -> client.locations().list())));
        }

        @Nullable
        Throwable problemOfProbing() {
            return catchThrowable(square::probe);
        }

        void breakDown() {
            for (int i = 0; i < UNTIL_OPEN; i++) {
                problemOfReading();
            }
        }
    }
}
