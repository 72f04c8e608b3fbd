package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class DeadLetterApiTest {

    private static final WorkQueue PAGES = Topology.PAGES_TO_FETCH;
    private static final WorkQueue STREAMS = Topology.STREAMS_TO_PLAN;
    private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    @Autowired
    private Api api;

    @Autowired
    private Consumers consumers;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_list_has_the_newest_first_and_goes_on_where_it_ended() {
        for (String partition : List.of("p1", "p2", "p3")) {
            giveUp("orders", partition, "square-unavailable");
            clock.advance(Duration.ofMinutes(1));
        }

        JsonNode first = api.get("/api/dead-letters?limit=2").body();
        JsonNode second = api.get("/api/dead-letters?limit=2&before=" + text(first, "/next"))
                .body();

        assertThat(first.get("deadLetters"))
                .extracting(letter -> text(letter, "/partitionId"))
                .containsExactly("p3", "p2");
        assertThat(first.get("total").intValue()).isEqualTo(3);
        assertThat(second.get("deadLetters"))
                .extracting(letter -> text(letter, "/partitionId"))
                .containsExactly("p1");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                           | 3",
                "state=OPEN                                   | 3",
                "state=REPLAYED                               | 0",
                "queue=square-sync.fetcher.streams            | 1",
                "wireType=fetch-page.v1                       | 2",
                "code=square-unauthorized                     | 1",
                "dataType=catalog                             | 1",
                "dataType=catalog&code=square-unavailable     | 0",
                "runId=00000000-0000-0000-0000-00000000000a   | 3",
                "runId=00000000-0000-0000-0000-00000000000b   | 0",
            })
    void a_filter_narrows_the_list_and_the_groups(String filter, int found) {
        giveUp("orders", "p1", "square-unavailable");
        giveUp("catalog", "p1", "square-unauthorized");
        consumers.giveUp(STREAMS, request(), "square-unavailable", "Square did not answer.");
        awaitLetters(3);

        assertThat(api.get("/api/dead-letters?" + filter).body().get("total").intValue())
                .isEqualTo(found);
        assertThat(api.get("/api/dead-letters/groups?" + filter).body().get("groups"))
                .hasSize(found);
    }

    @Test
    void groups_have_the_cause_in_common_and_show_the_latest_example() {
        giveUp("orders", "p1", "square-unavailable");
        clock.advance(Duration.ofMinutes(1));
        String latest = giveUp("orders", "p2", "square-unavailable");
        giveUp("orders", "p3", "square-unauthorized");

        JsonNode groups = api.get("/api/dead-letters/groups?state=OPEN").body().get("groups");

        assertThat(groups).hasSize(2);
        JsonNode largest = groups.get(0);
        assertThat(text(largest, "/queue")).isEqualTo("square-sync.fetcher.pages");
        assertThat(text(largest, "/wireType")).isEqualTo("fetch-page.v1");
        assertThat(text(largest, "/code")).isEqualTo("square-unavailable");
        assertThat(text(largest, "/dataType")).isEqualTo("orders");
        assertThat(largest.get("count").intValue()).isEqualTo(2);
        assertThat(text(largest, "/firstSeenAt")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(text(largest, "/lastSeenAt")).isEqualTo("2026-11-22T12:01:00Z");
        assertThat(text(largest, "/example/id")).isEqualTo(latest);
        assertThat(text(largest, "/example/reason")).isEqualTo("Why p2 failed.");
    }

    @Test
    void one_is_shown_with_its_headers_and_its_payload() {
        String id = giveUp("orders", "p1", "square-unavailable");

        JsonNode letter = api.get("/api/dead-letters/" + id).body();

        assertThat(text(letter, "/state")).isEqualTo("OPEN");
        assertThat(letter.get("headers").isObject()).isTrue();
        assertThat(text(letter, "/payload")).contains("\"dataType\":\"orders\"");
        assertThat(letter.get("payloadBytes").intValue())
                .isEqualTo(text(letter, "/payload").length());
        assertThat(letter.get("truncated").booleanValue()).isFalse();
    }

    @Test
    void of_a_large_payload_the_beginning_is_shown_without_half_a_character() {
        byte[] body = ("x" + "é".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
        consumers.giveUpRaw(PAGES, new Message(body, new MessageProperties()), "unreadable-message", "Why.");
        String id = text(awaitLetters(1).get(0), "/id");

        JsonNode letter = api.get("/api/dead-letters/" + id).body();

        assertThat(text(letter, "/payload")).isEqualTo("x" + "é".repeat(32_767));
        assertThat(letter.get("payloadBytes").intValue()).isEqualTo(80_001);
        assertThat(letter.get("truncated").booleanValue()).isTrue();
    }

    @Test
    void a_replayed_one_is_back_in_its_queue_as_if_it_had_never_been_tried() {
        String id = giveUp("orders", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/" + id + "/replay", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(text(answer.body(), "/id")).isEqualTo(id);
        assertThat(text(answer.body(), "/decidedBy")).isEqualTo("api");
        Message message = consumers.take(PAGES);
        assertThat(message.getMessageProperties().getType()).isEqualTo("fetch-page.v1");
        assertThat(message.getMessageProperties().getHeaders())
                .containsEntry("square-sync-dead-letter", id)
                .doesNotContainKeys("square-sync-attempt", "square-sync-code", "square-sync-reason");
        assertThat(message.getBody())
                .isEqualTo(consumers.message(page("orders", "p1")).getBody());
        awaitState(id, "REPLAYED");
        assertThat(audit()).containsExactly("api dead-letter.replay " + id + " Sent back to its queue.");
    }

    @Test
    void a_second_replay_is_refused_and_sends_nothing() {
        String id = giveUp("orders", "p1", "square-unavailable");
        api.post("/api/dead-letters/" + id + "/replay", "");
        awaitState(id, "REPLAYED");

        Api.Answer second = api.post("/api/dead-letters/" + id + "/replay", "");

        assertThat(second.status()).isEqualTo(409);
        assertThat(text(second.body(), "/type")).isEqualTo("urn:square-sync:problem:not-open");
        assertThat(text(second.body(), "/detail")).contains("is REPLAYED");
        assertThat(audit()).hasSize(1);
        assertThat(jdbc.sql("select replays from dead_letters")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_replay_that_dies_again_is_the_same_dead_letter_and_open_again() {
        String id = giveUp("orders", "p1", "square-unavailable");
        api.post("/api/dead-letters/" + id + "/replay", "");
        awaitState(id, "REPLAYED");

        consumers.giveUpRaw(PAGES, consumers.take(PAGES), "square-unauthorized", "The token is wrong.");

        JsonNode letter = awaitState(id, "OPEN");
        assertThat(text(letter, "/code")).isEqualTo("square-unauthorized");
        assertThat(letter.get("replays").intValue()).isEqualTo(1);
        assertThat(awaitLetters(1)).hasSize(1);
        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(202);
        assertThat(awaitState(id, "REPLAYED").get("replays").intValue()).isEqualTo(2);
    }

    @Test
    void a_message_of_an_unknown_version_is_replayed_as_it_came() {
        MessageProperties properties = new MessageProperties();
        properties.setType("fetch-page.v0");
        byte[] body = {1, 0, (byte) 0xFF};
        consumers.giveUpRaw(PAGES, new Message(body, properties), "unreadable-message", "Unknown wire type.");
        String id = text(awaitLetters(1).get(0), "/id");

        api.post("/api/dead-letters/" + id + "/replay", "");

        Message message = consumers.take(PAGES);
        assertThat(message.getMessageProperties().getType()).isEqualTo("fetch-page.v0");
        assertThat(message.getBody()).isEqualTo(body);
        consumers.giveUpRaw(PAGES, message, "unreadable-message", "Unknown wire type.");
        assertThat(awaitState(id, "OPEN").get("replays").intValue()).isEqualTo(1);
    }

    @Test
    void a_replay_during_a_newer_run_leaves_that_run_alone() {
        String old = start();
        consumers.giveUp(
                STREAMS,
                new SyncRequested(UUID.fromString(old), DataType.of("orders"), null, SettableClock.START),
                "square-unavailable",
                "Why.");
        String id = text(awaitLetters(1).get(0), "/id");
        String newer = start();

        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(202);

        assertThat(consumers.take(STREAMS)).isNotNull();
        assertThat(text(api.get("/api/sync-runs/" + newer).body(), "/state")).isEqualTo("REQUESTED");
    }

    @Test
    void all_that_match_are_replayed_and_the_others_are_not() {
        giveUp("orders", "p1", "square-unavailable");
        giveUp("orders", "p2", "square-unavailable");
        String other = giveUp("catalog", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/replay", "{\"dataType\": \"orders\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("replaying").intValue()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(api.get("/api/dead-letters?state=REPLAYED")
                        .body()
                        .get("total")
                        .intValue())
                .isEqualTo(2));
        assertThat(text(api.get("/api/dead-letters/" + other).body(), "/state")).isEqualTo("OPEN");
        assertThat(audit()).containsExactly("api dead-letter.replay null 2 dead letters (data type orders).");
    }

    @Test
    void thousands_are_decided_about_in_several_short_transactions() {
        jdbc.sql("""
                        insert into dead_letters (id, fingerprint, state, queue, code, reason, attempts, headers, body,
                                                  first_seen_at, last_seen_at)
                        select gen_random_uuid(), n::text, 'OPEN', 'square-sync.fetcher.pages', 'square-unavailable', '', 4,
                               '{}', '', now(), now()
                        from generate_series(1, 1200) n
                        """).update();

        Api.Answer answer = api.post("/api/dead-letters/replay", "{\"all\": true}");

        assertThat(answer.body().get("replaying").intValue()).isEqualTo(1200);
        assertThat(audit())
                .containsExactly(
                        "api dead-letter.replay null 200 dead letters (all).",
                        "api dead-letter.replay null 500 dead letters (all).",
                        "api dead-letter.replay null 500 dead letters (all).");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(api.get("/api/dead-letters?state=REPLAYED")
                                .body()
                                .get("total")
                                .intValue())
                        .isEqualTo(1200));
    }

    @Test
    void a_discarded_one_keeps_who_and_why_and_cannot_be_replayed() {
        String id = giveUp("orders", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/" + id + "/discard", "{\"reason\": \" A test order. \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer.body(), "/state")).isEqualTo("DISCARDED");
        assertThat(text(answer.body(), "/decidedBy")).isEqualTo("api");
        assertThat(text(answer.body(), "/decidedAt")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(text(answer.body(), "/discardReason")).isEqualTo("A test order.");
        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(409);
        assertThat(audit()).containsExactly("api dead-letter.discard " + id + " A test order.");
    }

    @Test
    void all_that_match_are_discarded() {
        giveUp("orders", "p1", "square-unavailable");
        giveUp("orders", "p2", "square-unauthorized");

        Api.Answer answer =
                api.post("/api/dead-letters/discard", "{\"code\": \"square-unauthorized\", \"reason\": \"Old.\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("discarded").intValue()).isEqualTo(1);
        assertThat(api.get("/api/dead-letters?state=OPEN").body().get("total").intValue())
                .isEqualTo(1);
        assertThat(audit())
                .containsExactly("api dead-letter.discard null 1 dead letters (code square-unauthorized): Old.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET  | ?state=open                 |                                        | state    | 'open' is none of OPEN",
                "GET  | ?runId=7                    |                                        | runId    | '7' is no id of a run.",
                "GET  | ?code=%00                   |                                        | code     | control characters",
                "GET  | ?limit=0                    |                                        | limit    | no number from 1 to 200",
                "GET  | /groups?state=open          |                                        | state    | 'open' is none of OPEN",
                "POST | /replay                     | `{}`                                   | all      | Give at least one of",
                "POST | /replay                     | ``                                     | all      | Give at least one of",
                "POST | /replay                     | {\"all\": false}                       | all      | Give at least one of",
                "POST | /replay                     | {\"all\": true, \"code\": \"a\"}       | all      | not for both",
                "POST | /replay                     | {\"state\": \"OPEN\"}                  | state    | There is no field 'state'",
                "POST | /replay                     | {\"runId\": \"7\"}                     | runId    | '7' is no id of a run.",
                "POST | /discard                    | {\"reason\": \"Why.\"}                 | all      | Give at least one of",
                "POST | /discard                    | {\"all\": true}                        | reason   | Say why",
                "POST | /discard                    | {\"all\": true, \"reason\": \" \"}     | reason   | Say why",
                "POST | /discard                    | {\"all\": true, \"reason\": \"a\\u0000\"} | reason   | control characters",
                "POST | /discard                    | {\"all\": true, \"reason\": \"\\ud800\"}  | reason   | control characters",
                "POST | /ID/discard                 | `{}`                                   | reason   | Say why",
                "POST | /ID/discard                 | ``                                     | reason   | Say why",
            })
    void a_wrong_field_is_named_and_nothing_is_decided(
            String method, String path, String body, String field, String detail) {
        String id = giveUp("orders", "p1", "square-unavailable");
        String url = "/api/dead-letters" + path.replace("ID", id);

        Api.Answer answer = method.equals("GET") ? api.get(url) : api.post(url, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:invalid-field");
        assertThat(text(answer.body(), "/field")).isEqualTo(field);
        assertThat(text(answer.body(), "/detail")).contains(detail);
        assertThat(text(api.get("/api/dead-letters/" + id).body(), "/state")).isEqualTo("OPEN");
        assertThat(audit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /no-id",
        "GET, /00000000-0000-0000-0000-000000000000",
        "GET, ?before=no-id",
        "POST, /00000000-0000-0000-0000-000000000000/replay",
        "POST, /00000000-0000-0000-0000-000000000000/discard",
    })
    void an_unknown_dead_letter_is_not_found(String method, String path) {
        String url = "/api/dead-letters" + path;

        Api.Answer answer = method.equals("GET")
                ? api.get(url)
                : api.post(url, "{\"reason\": \"Why.\"}".repeat(path.endsWith("discard") ? 1 : 0));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:not-found");
    }

    private String giveUp(String dataType, String partition, String code) {
        int before = total();
        consumers.giveUp(PAGES, page(dataType, partition), code, "Why " + partition + " failed.");
        List<JsonNode> letters = awaitLetters(before + 1);
        return letters.stream()
                .filter(letter -> text(letter, "/partitionId").equals(partition)
                        && text(letter, "/dataType").equals(dataType))
                .map(letter -> text(letter, "/id"))
                .findFirst()
                .orElseThrow();
    }

    private static FetchPage page(String dataType, String partition) {
        Slice slice = new Slice(List.of(), List.of(), null, null);
        return FetchPage.first(RUN, DataType.of(dataType), new Partition(partition, partition, slice));
    }

    private static SyncRequested request() {
        return new SyncRequested(RUN, DataType.of("inventory"), null, SettableClock.START);
    }

    private String start() {
        return text(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}").body(), "/id");
    }

    private int total() {
        return api.get("/api/dead-letters").body().get("total").intValue();
    }

    private List<JsonNode> awaitLetters(int count) {
        await().untilAsserted(() -> assertThat(total()).isEqualTo(count));
        return api.get("/api/dead-letters")
                .body()
                .get("deadLetters")
                .valueStream()
                .toList();
    }

    private JsonNode awaitState(String id, String state) {
        return await().until(
                        () -> api.get("/api/dead-letters/" + id).body(),
                        letter -> text(letter, "/state").equals(state));
    }

    /** The actions on dead letters, the newest first. */
    private List<String> audit() {
        return api.get("/api/audit")
                .body()
                .get("entries")
                .valueStream()
                .filter(entry -> text(entry, "/action").startsWith("dead-letter."))
                .map(entry -> String.join(
                        " ",
                        text(entry, "/who"),
                        text(entry, "/action"),
                        text(entry, "/subject"),
                        text(entry, "/detail")))
                .toList();
    }

    private static String text(JsonNode node, String pointer) {
        JsonNode value = node.at(pointer);
        return value.isNull() ? "null" : value.stringValue();
    }
}
