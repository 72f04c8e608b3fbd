package dev.squaresync.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.DataType;
import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.Failure;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.Partition;
import dev.squaresync.message.ProofScope;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RawJson;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.message.RunExpected;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.Slice;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.message.VerdictRequested;
import dev.squaresync.message.WorkerSeen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConversionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds each message to its golden file, as it is written and as it is read: versions of the services that run side by side
 * must understand each other. A changed file means a new wire type, unless a field was added that older versions may pass over.
 */
class MessageContractTest {

    private static final UUID RUN = UUID.fromString("0192f0c1-7a5e-7000-8000-000000000001");
    private static final UUID FETCH = UUID.fromString("0192f0c1-7a5e-7000-8000-0000000000aa");
    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType INVENTORY = DataType.of("inventory");
    private static final String PARTITION = "3f2a9c1d0b7e";
    private static final Instant FROM = Instant.parse("2026-11-15T01:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T01:00:00.123456Z");
    private static final Instant REQUESTED = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant THEN = Instant.parse("2026-11-22T01:00:03Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final Failure FORBIDDEN = new Failure(
            "square-forbidden",
            "Square refused inventory (403 INSUFFICIENT_SCOPES): the token lacks INVENTORY_READ.",
            1);
    private static final RawJson REPLY = RawJson.of("{ \"orders\" : [ {\"id\":\"O1\", \"name\":\"Café \\u0000\"} ] }");

    private final JsonMapper json = JsonMapper.builder().build();
    private final WireMessageConverter converter = new WireMessageConverter(json);

    static Map<String, Object> messages() {
        Slice slice = new Slice(List.of("L1", "L2"), List.of(), FROM, TO);
        Partition partition = new Partition(PARTITION, "2 locations, 2026-11-15 to 2026-11-22", slice);
        Partition items = new Partition(PARTITION, "ITEM", new Slice(List.of(), List.of("ITEM"), null, null));
        PageId page = new PageId(RUN, ORDERS, PARTITION, 1, 2);
        ProofScope scope = new ProofScope(FROM, TO, REQUESTED, ZoneId.of("Europe/Berlin"));
        return Map.ofEntries(
                Map.entry("sync-requested.v1", new SyncRequested(RUN, RunKind.VERIFY, ORDERS, FROM, TO)),
                Map.entry("stream-planned.v1", new StreamPlanned(RUN, ORDERS, List.of(partition))),
                Map.entry(
                        "fetch-page.v1",
                        new FetchPage(
                                RUN,
                                DataType.of("catalog"),
                                items,
                                Purpose.MIRROR,
                                2,
                                3,
                                "opaque \"cursor\" of Square",
                                "5feceb66ffc86f38")),
                Map.entry(
                        "page-fetched.v1",
                        new PageFetched(
                                FETCH,
                                page,
                                Purpose.MIRROR,
                                new PageLink("5feceb66ffc86f38", "6b86b273ff34fce1"),
                                Instant.parse("2026-11-22T01:00:02.500Z"),
                                REPLY)),
                Map.entry(
                        "page-committed.v1",
                        new PageCommitted(
                                FETCH,
                                page,
                                new PageLink("5feceb66ffc86f38", null),
                                new PageCounts(400, 60, 37, 2, 1),
                                THEN)),
                Map.entry("roll-back.v1", new RollBack(RUN, FETCH, ORDERS, REQUESTED, true)),
                Map.entry("rolled-back.v1", new RolledBack(RUN, FETCH, ORDERS, 40, 3, 2, 1, List.of("O1"), null, THEN)),
                Map.entry("sweep-requested.v1", new SweepRequested(RUN, ORDERS, TO, false)),
                Map.entry("stream-swept.v1", new StreamSwept(RUN, ORDERS, 3, 0, 400, THEN)),
                Map.entry("comparison-requested.v1", new ComparisonRequested(RUN, ORDERS, scope)),
                Map.entry(
                        "stream-compared.v1",
                        new StreamCompared(
                                RUN,
                                ORDERS,
                                400,
                                3,
                                List.of(new Partition("look-up-1", "3 looked up", Slice.of(List.of()))),
                                THEN)),
                Map.entry("verdict-requested.v1", new VerdictRequested(RUN, ORDERS, scope, true)),
                Map.entry(
                        "stream-verified.v1",
                        new StreamVerified(
                                RUN,
                                ORDERS,
                                1,
                                0,
                                List.of(new StreamVerified.Finding("O1", "MISSING", "L1", DAY)),
                                List.of(new StreamVerified.Day("L1", "Harbour", DAY, 40, 1, 123_400, 120_000)),
                                THEN)),
                Map.entry("run-cancelled.v1", new RunCancelled(RUN, List.of(ORDERS, INVENTORY))),
                Map.entry(
                        "dependency-reported.v1",
                        new DependencyReported(
                                "fetcher",
                                "fetcher-0:17",
                                "Square",
                                false,
                                REQUESTED,
                                "Square answered 503 to 6 of the last 10 requests.",
                                THEN)),
                Map.entry("worker-seen.v1", new WorkerSeen("writer", "writer-1:17", "0.1.0", REQUESTED, THEN)),
                Map.entry(
                        "delivery-retried.v1",
                        new DeliveryRetried(
                                RUN,
                                ORDERS,
                                PARTITION,
                                "square-sync.fetcher.pages",
                                2,
                                5,
                                "square-rate-limited",
                                "Square answered 429.",
                                REQUESTED,
                                THEN)),
                Map.entry(
                        "notice-sent.v1",
                        new NoticeSent(
                                "mail", "run-ended", "square-sync: COMPLETED", RUN, NoticeSent.State.SENT, null, THEN)),
                Map.entry(
                        "condition-reported.v1",
                        new ConditionReported(
                                ConditionKind.DEAD_LETTERS,
                                "dead-letters:square-rejected",
                                ConditionReported.State.RAISED,
                                "scheduler",
                                REQUESTED,
                                THEN,
                                3,
                                List.of(ORDERS),
                                "Square answered 400.",
                                Map.of("code", "square-rejected"),
                                List.of(new ConditionReported.Part("orders", "square-sync.fetcher.pages", 3)))),
                Map.entry(
                        "run-expected.v1",
                        new RunExpected(ORDERS, TO, "Europe/Berlin", RUN, REQUESTED, "Run 7 is active.", THEN)),
                Map.entry(
                        "sync-ended.v1",
                        new SyncEnded(
                                RUN,
                                RunKind.SYNC,
                                RunState.PARTIAL,
                                "schedule",
                                REQUESTED,
                                Instant.parse("2026-11-22T01:01:12Z"),
                                List.of(ordersEnded(), inventoryEnded()))));
    }

    private static SyncEnded.StreamEnded ordersEnded() {
        return new SyncEnded.StreamEnded(
                ORDERS,
                StreamState.COMPLETED,
                FROM,
                REQUESTED,
                Instant.parse("2026-11-22T01:01:12Z"),
                2,
                61,
                new PageCounts(30_000, 300, 91, 0, 0),
                Instant.parse("2026-11-22T00:55:00Z"),
                null,
                4);
    }

    private static SyncEnded.StreamEnded inventoryEnded() {
        return new SyncEnded.StreamEnded(
                INVENTORY, StreamState.FAILED, null, REQUESTED, THEN, 0, 0, PageCounts.NONE, null, FORBIDDEN);
    }

    static Stream<String> wireTypes() {
        return WireTypes.all().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void each_message_is_written_as_its_golden_file_says(String wireType) {
        Message written = converter.toMessage(message(wireType), new MessageProperties());

        assertThat(written.getMessageProperties().getType()).isEqualTo(wireType);
        assertThat(json.readTree(ourJson(written))).isEqualTo(json.readTree(golden(wireType)));
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void each_golden_file_is_read_as_its_message(String wireType) {
        assertThat(converter.fromMessage(golden(wireType, "")))
                .usingRecursiveComparison()
                .isEqualTo(message(wireType));
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void a_field_that_a_newer_version_added_is_passed_over(String wireType) {
        assertThat(converter.fromMessage(golden(wireType, "\"addedLater\": {\"a\": [1]}, ")))
                .usingRecursiveComparison()
                .isEqualTo(message(wireType));
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void each_message_survives_a_restart_of_the_broker(String wireType) {
        Message written = converter.toMessage(message(wireType), new MessageProperties());

        assertThat(written.getMessageProperties().getDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
    }

    @Test
    void an_end_of_which_an_earlier_scheduler_told_no_retries_is_read() {
        String earlier = golden("sync-ended.v1").replaceAll(",\\s*\"retries\": [^\\s]+", "");
        MessageProperties properties = new MessageProperties();
        properties.setType("sync-ended.v1");

        SyncEnded read =
                (SyncEnded) converter.fromMessage(new Message(earlier.getBytes(StandardCharsets.UTF_8), properties));

        assertThat(earlier).doesNotContain("retries");
        assertThat(read.streams())
                .allSatisfy(stream -> assertThat(stream.retries()).isNull());
    }

    @Test
    void a_page_travels_byte_for_byte_as_Square_sent_it() {
        Message written = converter.toMessage(message("page-fetched.v1"), new MessageProperties());

        assertThat(written.getBody()).isEqualTo(REPLY.bytes());
    }

    @Test
    void a_page_does_not_show_its_content_when_it_is_logged() {
        assertThat(message("page-fetched.v1").toString())
                .doesNotContain("Café")
                .contains(REPLY.size() + " bytes of JSON");
    }

    @Test
    void an_unknown_wire_type_is_refused() {
        MessageProperties properties = new MessageProperties();
        properties.setType("java.util.HashMap");

        assertThatThrownBy(() -> converter.fromMessage(new Message("{}".getBytes(StandardCharsets.UTF_8), properties)))
                .isInstanceOf(MessageConversionException.class)
                .hasMessageContaining("java.util.HashMap");
    }

    @Test
    void a_body_that_is_not_JSON_is_refused() {
        MessageProperties properties = new MessageProperties();
        properties.setType("sync-requested.v1");

        assertThatThrownBy(
                        () -> converter.fromMessage(new Message("<xml/>".getBytes(StandardCharsets.UTF_8), properties)))
                .isInstanceOf(MessageConversionException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"sync-requested.v1", "java.util.ArrayList", "dev.squaresync.messaging.MessageContractTest$Bomb"})
    void a_serialized_Java_object_is_refused_and_never_comes_to_life(String wireType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Bomb());
        }
        MessageProperties properties = new MessageProperties();
        properties.setType(wireType);
        properties.setContentType(MessageProperties.CONTENT_TYPE_SERIALIZED_OBJECT);
        properties.setHeader("__TypeId__", Bomb.class.getName());

        assertThatThrownBy(() -> converter.fromMessage(new Message(bytes.toByteArray(), properties)))
                .isInstanceOf(MessageConversionException.class);
        assertThat(Bomb.WENT_OFF).isFalse();
    }

    private static final class Bomb implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final AtomicBoolean WENT_OFF = new AtomicBoolean();

        private void readObject(ObjectInputStream in) {
            WENT_OFF.set(true);
        }
    }

    private static Object message(String wireType) {
        Object message = messages().get(wireType);
        assertThat(message).as("an example of " + wireType).isNotNull();
        return message;
    }

    /** What we say ourselves: of a page it is a header, since the body is Square's. */
    private static String ourJson(Message message) {
        Object header = message.getMessageProperties().getHeader(WireMessageConverter.PAGE_HEADER);
        return header == null ? new String(message.getBody(), StandardCharsets.UTF_8) : header.toString();
    }

    private static Message golden(String wireType, String addedFields) {
        String text = golden(wireType).replaceFirst("\\{", "{" + addedFields);
        MessageProperties properties = new MessageProperties();
        properties.setType(wireType);
        if (!wireType.startsWith("page-fetched")) {
            return new Message(text.getBytes(StandardCharsets.UTF_8), properties);
        }
        properties.setHeader(WireMessageConverter.PAGE_HEADER, text);
        return new Message(REPLY.bytes(), properties);
    }

    private static String golden(String wireType) {
        String file = "/messages/" + wireType + ".json";
        try (InputStream in = MessageContractTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file " + file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }
}
