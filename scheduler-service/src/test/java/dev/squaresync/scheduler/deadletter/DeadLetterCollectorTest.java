package dev.squaresync.scheduler.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.impl.LongStringHelper;
import dev.squaresync.message.DataType;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RawJson;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.Slice;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamProgress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SchedulerTest
class DeadLetterCollectorTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Instant NOW = SettableClock.START;
    private static final Partition P = new Partition("p", "partition p", new Slice(List.of(), List.of(), null, null));
    private static final String REASON = "Square did not answer.";

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private Consumers consumers;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private RunReports reports;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    static Stream<Arguments> messages_of_a_run() {
        return Stream.of(
                kind(Topology.STREAMS_TO_PLAN, "sync-requested.v1", null, DeadLetterCollectorTest::request),
                kind(
                        Topology.PAGES_TO_FETCH,
                        "fetch-page.v1",
                        "p",
                        run -> FetchPage.first(run, ORDERS, P, Purpose.MIRROR)),
                kind(Topology.PAGES_TO_WRITE, "page-fetched.v1", "p", DeadLetterCollectorTest::page),
                kind(Topology.PROGRESS, "stream-planned.v1", null, run -> new Said(run, ORDERS).planned("p")),
                kind(Topology.PROGRESS, "page-committed.v1", "p", run -> new Said(run, ORDERS).onlyPage("p")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("messages_of_a_run")
    void a_dead_letter_becomes_a_row_and_its_run_is_told(
            WorkQueue queue, String wireType, @Nullable String partition, Function<UUID, Object> message) {
        UUID runId = startedAndPlanned();

        consumers.giveUp(queue, message.apply(runId), "square-unavailable", REASON);

        DeadLetterReport letter =
                await().until(this::letters, list -> list.size() == 1).get(0);
        assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
        assertThat(letter.queue()).isEqualTo(queue.name());
        assertThat(letter.wireType()).isEqualTo(wireType);
        assertThat(letter.code()).isEqualTo("square-unavailable");
        assertThat(letter.reason()).isEqualTo(REASON);
        assertThat(letter.attempts()).isEqualTo(4);
        assertThat(letter.runId()).isEqualTo(runId);
        assertThat(letter.dataType()).isEqualTo(ORDERS);
        assertThat(letter.partitionId()).isEqualTo(partition);
        assertThat(letter.traceId()).isEqualTo(runId.toString().replace("-", ""));
        assertThat(letter.firstSeenAt()).isEqualTo(NOW);
        RunReport run = reports.find(runId).orElseThrow();
        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(run.streams().get(0).failure().code()).isEqualTo("square-unavailable");
        assertThat(run.streams().get(0).failure().detail()).isEqualTo(REASON);
    }

    @Test
    void a_notice_that_could_not_be_sent_names_its_run_and_changes_nothing_about_it() {
        UUID runId = startedAndPlanned();
        SyncEnded ended = new SyncEnded(runId, RunKind.SYNC, RunState.COMPLETED, "test", NOW, NOW, List.of());

        consumers.giveUp(Topology.ENDED_RUNS, ended, "mail-refused", "The mail server refused it.");

        DeadLetterReport letter =
                await().until(this::letters, list -> list.size() == 1).get(0);
        assertThat(letter.runId()).isEqualTo(runId);
        assertThat(letter.dataType()).isNull();
        assertThat(reports.find(runId).orElseThrow().run().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void what_the_broker_gave_up_is_kept_as_well() {
        UUID runId = startedAndPlanned();

        consumers.giveUpByBroker(Topology.PAGES_TO_FETCH, FetchPage.first(runId, ORDERS, P, Purpose.MIRROR));

        DeadLetterReport letter =
                await().until(this::letters, list -> list.size() == 1).get(0);
        assertThat(letter.code()).isEqualTo("delivery-limit");
        assertThat(letter.attempts()).isZero();
        assertThat(reports.find(runId).orElseThrow().run().state()).isEqualTo(RunState.FAILED);
    }

    static Stream<Arguments> messages_that_nobody_can_read() {
        String page = "{\"runId\":\"00000000-0000-0000-0000-000000000001\",\"dataType\":\"orders\",\"scan\":1,"
                + "\"number\":1,\"partition\":{\"label\":\"\",\"id\":\"%s\"}}";
        return Stream.of(
                Arguments.of("no type", null, bytes("{}")),
                Arguments.of("an unknown type", "fetch-page.v9", bytes("{}")),
                Arguments.of("a type with NUL", "fetch\0page", bytes("{}")),
                Arguments.of("no body", "fetch-page.v1", new byte[0]),
                Arguments.of("no JSON", "fetch-page.v1", bytes("{\"runId\":")),
                Arguments.of("null", "fetch-page.v1", bytes("null")),
                Arguments.of("no fields", "fetch-page.v1", bytes("{}")),
                Arguments.of("no fields of a request", "sync-requested.v1", bytes("{}")),
                Arguments.of("no page header", "page-fetched.v1", bytes("{}")),
                Arguments.of("an unknown data type", "sync-requested.v1", bytes("{\"dataType\":\"Orders!\"}")),
                Arguments.of("NUL in the partition's id", "fetch-page.v1", bytes(page.formatted("\\u0000"))),
                Arguments.of("half a surrogate pair", "fetch-page.v1", bytes(page.formatted("\\ud800"))),
                Arguments.of(
                        "a partition's id of 5000 characters",
                        "fetch-page.v1",
                        bytes(page.formatted("p".repeat(5000)))),
                Arguments.of("NUL in the body", "sync-requested.v1", bytes("\0\0")),
                Arguments.of("invalid UTF-8", "sync-requested.v1", new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF}),
                Arguments.of("deep nesting", "sync-requested.v1", bytes("[".repeat(100_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("messages_that_nobody_can_read")
    void what_nobody_can_read_is_kept_byte_for_byte(String name, @Nullable String wireType, byte[] body) {
        MessageProperties properties = new MessageProperties();
        properties.setType(wireType);

        consumers.giveUpRaw(
                Topology.PAGES_TO_FETCH, new Message(body, properties), "unreadable-message", "Not readable.");

        DeadLetterReport letter =
                await().until(this::letters, list -> list.size() == 1).get(0);
        assertThat(letter.runId()).isNull();
        assertThat(letter.code()).isEqualTo("unreadable-message");
        assertThat(jdbc.sql("select body from dead_letters").query(byte[].class).single())
                .isEqualTo(body);
    }

    @Test
    void headers_that_postgresql_cannot_hold_stop_nothing() {
        UUID runId = startedAndPlanned();
        Message message = consumers.message(request(runId));
        message.getMessageProperties().setHeader("own\0header", "a\0b");
        message.getMessageProperties()
                .setHeader("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        Object reason = LongStringHelper.asLongString(new byte[] {'o', 0, (byte) 0xFF, 'k'});

        consumers.giveUpRaw(Topology.STREAMS_TO_PLAN, message, "a\0b", reason);

        DeadLetterReport letter =
                await().until(this::letters, list -> list.size() == 1).get(0);
        assertThat(letter.reason()).isEqualTo("o\uFFFD\uFFFDk");
        assertThat(letter.code()).isEqualTo("a\uFFFDb");
        assertThat(letter.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(deadLetters.content(letter.id()).orElseThrow().headers())
                .containsEntry("own\uFFFDheader", "a\uFFFDb");
        assertThat(reports.find(runId).orElseThrow().run().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void a_dead_letter_delivered_twice_is_one_row_and_one_end() {
        UUID runId = startedAndPlanned();
        consumers.giveUp(Topology.STREAMS_TO_PLAN, request(runId), "square-unavailable", REASON);
        UUID id = await().until(this::letters, list -> list.size() == 1).get(0).id();
        clock.advance(Duration.ofMinutes(1));

        consumers.giveUp(Topology.STREAMS_TO_PLAN, request(runId), "other-code", "Another reason.");

        DeadLetterReport letter = await().until(
                        this::letters, list -> list.get(0).lastSeenAt().isAfter(NOW))
                .get(0);
        assertThat(letters()).hasSize(1);
        assertThat(letter.id()).isEqualTo(id);
        assertThat(letter.firstSeenAt()).isEqualTo(NOW);
        assertThat(letter.code()).isEqualTo("square-unavailable");
        assertThat(bus.hear()).isInstanceOf(SyncRequested.class);
        assertThat(bus.hear()).isInstanceOf(SyncEnded.class);
        assertThat(bus.hearNow()).isNull();
    }

    @Test
    void two_pages_with_the_same_body_are_two_dead_letters() {
        UUID runId = startedAndPlanned();

        consumers.giveUp(Topology.PAGES_TO_WRITE, page(runId), "disk-full", REASON);
        consumers.giveUp(Topology.PAGES_TO_WRITE, page(runId), "disk-full", REASON);

        await().untilAsserted(() -> assertThat(letters()).hasSize(2));
    }

    @Test
    void a_replayed_message_that_dies_before_its_publisher_has_committed_is_open_again() {
        UUID runId = startedAndPlanned();
        consumers.giveUp(Topology.STREAMS_TO_PLAN, request(runId), "square-unavailable", REASON);
        UUID id = await().until(this::letters, list -> list.size() == 1).get(0).id();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("update dead_letters set state = 'REPLAYED', replays = 1").update();
            consumers.giveUp(Topology.STREAMS_TO_PLAN, request(runId), "square-unauthorized", "The token is wrong.");
            await().until(this::somebodyWaitsForALock);
        });

        await().untilAsserted(() -> {
            DeadLetterReport letter = deadLetters.find(id).orElseThrow();
            assertThat(letter.state()).isEqualTo(DeadLetterState.OPEN);
            assertThat(letter.code()).isEqualTo("square-unauthorized");
            assertThat(letter.reason()).isEqualTo("The token is wrong.");
            assertThat(letter.replays()).isEqualTo(1);
        });
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private UUID startedAndPlanned() {
        UUID runId = UUID.fromString(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue());
        progress.planned(new Said(runId, ORDERS).planned("p"));
        return runId;
    }

    private List<DeadLetterReport> letters() {
        DeadLetterFilter any = new DeadLetterFilter(null, null, null, null, null, null);
        return deadLetters.newest(any, 100, null).deadLetters();
    }

    private static SyncRequested request(UUID runId) {
        return new SyncRequested(runId, ORDERS, null, NOW);
    }

    private static PageFetched page(UUID runId) {
        return new PageFetched(
                UUID.randomUUID(), new PageId(runId, ORDERS, "p", 1, 1), new PageLink("", null), NOW, RawJson.of("{}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Arguments kind(
            WorkQueue queue, String wireType, @Nullable String partition, Function<UUID, Object> message) {
        return Arguments.of(queue, wireType, partition, message);
    }
}
