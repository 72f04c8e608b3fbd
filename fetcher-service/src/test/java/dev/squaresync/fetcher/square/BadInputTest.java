package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Square, or what stands where Square should be, sends: it is passed on as it is, or refused, and does no harm. */
class BadInputTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final ScriptedSquare ELSEWHERE = new ScriptedSquare();
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Slice SLICE = new Slice(List.of("L1"), List.of(), NOW.minus(Duration.ofDays(7)), NOW);

    @AfterAll
    static void close() {
        SQUARE.close();
        ELSEWHERE.close();
    }

    static Stream<Arguments> oddOrders() {
        return Stream.of(
                arguments("a null byte in a name", "{\"id\":\"1\",\"name\":\"a\\u0000b\"}"),
                arguments("a lone surrogate", "{\"id\":\"1\",\"name\":\"\\ud800\"}"),
                arguments("an integer beyond 2^63", "{\"id\":\"1\",\"version\":9223372036854775808}"),
                arguments("an integer of 5,000 digits", "{\"id\":\"1\",\"version\":" + "9".repeat(5_000) + "}"),
                arguments("a number beyond double", "{\"id\":\"1\",\"amount\":1e999999}"),
                arguments("negative money", "{\"id\":\"1\",\"total_money\":{\"amount\":-1,\"currency\":\"USD\"}}"),
                arguments("a decimal quantity", "{\"id\":\"1\",\"line_items\":[{\"quantity\":\"0.33333\"}]}"),
                arguments("an invalid time", "{\"id\":\"1\",\"updated_at\":\"2026-02-30T25:61:00Z\"}"),
                arguments("the year 9999", "{\"id\":\"1\",\"updated_at\":\"9999-12-31T23:59:59Z\"}"),
                arguments("an unknown enum value", "{\"id\":\"1\",\"state\":\"NEVER_SEEN\"}"),
                arguments("a new field", "{\"id\":\"1\",\"never seen\":{\"x\":[1,2.50]}}"),
                arguments("an unknown type of object", "{\"type\":\"NEVER_SEEN\",\"id\":\"1\"}"),
                arguments("null where a value is required", "{\"id\":null,\"location_id\":null}"),
                arguments("null for an object", "null"),
                arguments("a text for an object", "\"1\""),
                arguments("the same object twice", "{\"id\":\"1\"},{\"id\":\"1\"}"),
                arguments("the same field twice", "{\"id\":\"1\",\"id\":\"2\"}"),
                arguments("a tombstone", "{\"id\":\"1\",\"is_deleted\":true}"),
                arguments("a script", "{\"id\":\"1\",\"name\":\"<img src=x onerror=alert(1)>\\r\\nBcc: x\"}"),
                arguments("a name of 10 MB", "{\"id\":\"1\",\"name\":\"" + "x".repeat(10_000_000) + "\"}"),
                arguments("a field of 1 MB", "{\"id\":\"1\",\"" + "f".repeat(1_000_000) + "\":1}"),
                arguments("10,000 levels of nesting", "{\"id\":\"1\",\"x\":" + nested(10_000) + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddOrders")
    void an_odd_object_costs_nothing_and_travels_as_it_is(String name, String order) {
        String body = "{\"orders\":[{\"id\":\"0\"}," + order + "],\"cursor\":\"next\"}";
        SQUARE.answer(request -> ScriptedSquare.gzip(body));
        AtomicReference<SquarePage> page = new AtomicReference<>();

        ReadingSquare.from(SQUARE)
                .with("square.largest-reply=32MB")
                .read("orders", orders -> page.set(orders.read(SLICE, null)));

        assertThat(page.get().body().text().equals(body)).as("byte for byte").isTrue();
        assertThat(page.get().nextCursor()).isEqualTo("next");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void a_redirect_is_not_followed_and_the_token_goes_nowhere(int status) {
        ELSEWHERE.answer(request -> ScriptedSquare.json("{}"));
        SQUARE.answer(
                request -> ScriptedSquare.status(status, "", Map.of("Location", ELSEWHERE.url() + request.path())));

        assertThat(problem())
                .isInstanceOfSatisfying(
                        SquareRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("square-redirected"));
        assertThat(ELSEWHERE.asked()).isEmpty();
    }

    static Stream<Arguments> slowAnswers() {
        return Stream.of(
                arguments("nothing, until the reading time-out", SQUARE.silence(), "square.patience.read=200ms"),
                arguments("nothing, until the deadline", SQUARE.silence(), "square.patience.deadline=200ms"),
                arguments("a body byte by byte", SQUARE.trickle(), "square.patience.deadline=200ms"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slowAnswers")
    void a_slow_answer_is_given_up_in_time(String name, Answer answer, String setting) {
        SQUARE.answer(request -> answer);
        long start = System.nanoTime();

        assertThat(problem(setting)).isInstanceOf(SquareUnavailable.class).hasMessageContaining("in time");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(14));
    }

    @Test
    void a_server_that_takes_no_connection_is_given_up_in_time() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Waiting first = new Waiting(full);
                Waiting second = new Waiting(full)) {
            assertThat(List.of(first, second)).isNotEmpty();
            AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();

            new ReadingSquare("http://127.0.0.1:" + full.getLocalPort())
                    .with("square.patience.connect=200ms")
                    .read("orders", orders -> problem.set(catchThrowable(() -> orders.read(SLICE, null))));

            assertThat(problem.get()).isInstanceOf(SquareUnavailable.class).hasMessageContaining("in time");
        }
    }

    @ParameterizedTest(name = "Retry-After: {0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "60 | PT1M",
                "99999999 | PT24H",
                "Thu, 31 Dec 2099 23:59:59 GMT | PT24H",
                "Thu, 01 Jan 1970 00:00:00 GMT | PT0S",
                "-5 | none",
                "1e9 | none",
                "soon | none",
                "'' | none",
                "99999999999999999999 | none"
            })
    void a_wait_that_makes_no_sense_is_not_waited_for(String header, @Nullable Duration wait) {
        SQUARE.answer(request -> ScriptedSquare.status(429, "{}", Map.of("Retry-After", header)));

        assertThat(problem())
                .isInstanceOfSatisfying(
                        SquareUnavailable.class,
                        busy -> assertThat(busy.retryAfter()).isEqualTo(wait));
    }

    static Stream<Arguments> oddLocations() {
        return Stream.of(
                arguments("no time of creation", "{\"id\":\"L1\"}"),
                arguments("null for the time", "{\"id\":\"L1\",\"created_at\":null}"),
                arguments("a number for the time", "{\"id\":\"L1\",\"created_at\":17}"),
                arguments("an invalid time", "{\"id\":\"L1\",\"created_at\":\"2026-02-30T00:00:00Z\"}"),
                arguments("the year 9999", "{\"id\":\"L1\",\"created_at\":\"9999-12-31T23:59:59Z\"}"),
                arguments("the year 0", "{\"id\":\"L1\",\"created_at\":\"0000-01-01T00:00:00Z\"}"),
                arguments("10,000 levels of nesting", "{\"x\":" + nested(10_000) + ",\"id\":\"L1\"}"),
                arguments("an integer of 5,000 digits", "{\"x\":" + "9".repeat(5_000) + ",\"id\":\"L1\"}"),
                arguments("the same location twice", "{\"id\":\"L1\"},{\"id\":\"L1\"}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddLocations")
    void an_odd_location_is_planned_with_all_its_history(String name, String location) {
        SQUARE.answer(request -> ScriptedSquare.json("{\"locations\":[" + location + "]}"));

        ReadingSquare.from(SQUARE).read("orders", orders -> {
            List<Partition> plan = orders.plan(new Window(null, NOW));

            assertThat(plan)
                    .allSatisfy(partition ->
                            assertThat(partition.slice().locationIds()).containsExactly("L1"));
            assertThat(plan.get(0).slice().from()).isEqualTo(Instant.parse("2009-01-01T00:00:00Z"));
            assertThat(plan.get(plan.size() - 1).slice().to()).isEqualTo(NOW);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":7}", "null", "\"L1\"", "[]"})
    void a_location_without_an_id_is_not_left_out(String location) {
        SQUARE.answer(request -> ScriptedSquare.json("{\"locations\":[{\"id\":\"L1\"}," + location + "]}"));

        ReadingSquare.from(SQUARE)
                .read(
                        "orders",
                        orders -> assertThat(catchThrowable(() -> orders.plan(new Window(null, NOW))))
                                .isInstanceOf(SquareUnavailable.class)
                                .hasMessageContaining("without an id"));
    }

    private static @Nullable Throwable problem(String... settings) {
        AtomicReference<@Nullable Throwable> problem = new AtomicReference<>();
        ReadingSquare.from(SQUARE)
                .with(settings)
                .read("orders", orders -> problem.set(catchThrowable(() -> orders.read(SLICE, null))));
        return problem.get();
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    /** One that stands in the server's queue, which so gets full. */
    private static final class Waiting implements AutoCloseable {

        private final SocketChannel channel;

        Waiting(ServerSocket server) {
            try {
                channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(server.getLocalSocketAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
