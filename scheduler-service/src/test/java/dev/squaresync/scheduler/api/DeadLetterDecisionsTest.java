package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class DeadLetterDecisionsTest {

    private static final WorkQueue PAGES = Topology.PAGES_TO_FETCH;
    private static final WorkQueue STREAMS = Topology.STREAMS_TO_PLAN;

    @Autowired
    private Api api;

    @Autowired
    private Consumers consumers;

    @Autowired
    private Letters letters;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_replayed_one_is_back_in_its_queue_as_if_it_had_never_been_tried() {
        String id = letters.giveUp("orders", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/" + id + "/replay", "");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(Letters.text(answer.body(), "/id")).isEqualTo(id);
        assertThat(Letters.text(answer.body(), "/decidedBy")).isEqualTo("api");
        Message message = consumers.take(PAGES);
        assertThat(message.getMessageProperties().getType()).isEqualTo("fetch-page.v1");
        assertThat(message.getMessageProperties().getHeaders())
                .containsEntry("square-sync-dead-letter", id)
                .doesNotContainKeys("square-sync-attempt", "square-sync-code", "square-sync-reason");
        assertThat(message.getBody())
                .isEqualTo(consumers.message(Letters.page("orders", "p1")).getBody());
        letters.awaitState(id, "REPLAYED");
        assertThat(letters.audit()).containsExactly("api dead-letter.replay " + id + " Sent back to its queue.");
    }

    @Test
    void a_second_replay_is_refused_and_sends_nothing() {
        String id = letters.giveUp("orders", "p1", "square-unavailable");
        api.post("/api/dead-letters/" + id + "/replay", "");
        letters.awaitState(id, "REPLAYED");

        Api.Answer second = api.post("/api/dead-letters/" + id + "/replay", "");

        assertThat(second.status()).isEqualTo(409);
        assertThat(Letters.text(second.body(), "/type")).isEqualTo("urn:square-sync:problem:not-open");
        assertThat(Letters.text(second.body(), "/detail")).contains("is REPLAYED");
        assertThat(letters.audit()).hasSize(1);
        assertThat(jdbc.sql("select replays from dead_letters")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_replay_that_dies_again_is_the_same_dead_letter_and_open_again() {
        String id = letters.giveUp("orders", "p1", "square-unavailable");
        api.post("/api/dead-letters/" + id + "/replay", "");
        letters.awaitState(id, "REPLAYED");

        consumers.giveUpRaw(PAGES, consumers.take(PAGES), "square-unauthorized", "The token is wrong.");

        JsonNode letter = letters.awaitState(id, "OPEN");
        assertThat(Letters.text(letter, "/code")).isEqualTo("square-unauthorized");
        assertThat(letter.get("replays").intValue()).isEqualTo(1);
        assertThat(letters.awaitLetters(1)).hasSize(1);
        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(202);
        assertThat(letters.awaitState(id, "REPLAYED").get("replays").intValue()).isEqualTo(2);
    }

    @Test
    void a_message_of_an_unknown_version_is_replayed_as_it_came() {
        MessageProperties properties = new MessageProperties();
        properties.setType("fetch-page.v0");
        byte[] body = {1, 0, (byte) 0xFF};
        consumers.giveUpRaw(PAGES, new Message(body, properties), "unreadable-message", "Unknown wire type.");
        String id = Letters.text(letters.awaitLetters(1).get(0), "/id");

        api.post("/api/dead-letters/" + id + "/replay", "");

        Message message = consumers.take(PAGES);
        assertThat(message.getMessageProperties().getType()).isEqualTo("fetch-page.v0");
        assertThat(message.getBody()).isEqualTo(body);
        consumers.giveUpRaw(PAGES, message, "unreadable-message", "Unknown wire type.");
        assertThat(letters.awaitState(id, "OPEN").get("replays").intValue()).isEqualTo(1);
    }

    @Test
    void a_replay_during_a_newer_run_leaves_that_run_alone() {
        String old = start();
        consumers.giveUp(
                STREAMS,
                new SyncRequested(UUID.fromString(old), DataType.of("orders"), null, SettableClock.START),
                "square-unavailable",
                "Why.");
        String id = Letters.text(letters.awaitLetters(1).get(0), "/id");
        String newer = start();

        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(202);

        assertThat(consumers.take(STREAMS)).isNotNull();
        assertThat(Letters.text(api.get("/api/sync-runs/" + newer).body(), "/state"))
                .isEqualTo("REQUESTED");
    }

    @Test
    void all_that_match_are_replayed_and_the_others_are_not() {
        letters.giveUp("orders", "p1", "square-unavailable");
        letters.giveUp("orders", "p2", "square-unavailable");
        String other = letters.giveUp("catalog", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/replay", "{\"dataType\": \"orders\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("replaying").intValue()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(api.get("/api/dead-letters?state=REPLAYED")
                        .body()
                        .get("total")
                        .intValue())
                .isEqualTo(2));
        assertThat(Letters.text(api.get("/api/dead-letters/" + other).body(), "/state"))
                .isEqualTo("OPEN");
        assertThat(letters.audit()).containsExactly("api dead-letter.replay null 2 dead letters (data type orders).");
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
        assertThat(letters.audit())
                .containsExactly(
                        "api dead-letter.replay null 200 dead letters (all).",
                        "api dead-letter.replay null 500 dead letters (all).",
                        "api dead-letter.replay null 500 dead letters (all).");
        await().untilAsserted(() -> assertThat(api.get("/api/dead-letters?state=REPLAYED")
                        .body()
                        .get("total")
                        .intValue())
                .isEqualTo(1200));
    }

    @Test
    void a_discarded_one_keeps_who_and_why_and_cannot_be_replayed() {
        String id = letters.giveUp("orders", "p1", "square-unavailable");

        Api.Answer answer = api.post("/api/dead-letters/" + id + "/discard", "{\"reason\": \" A test order. \"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Letters.text(answer.body(), "/state")).isEqualTo("DISCARDED");
        assertThat(Letters.text(answer.body(), "/decidedBy")).isEqualTo("api");
        assertThat(Letters.text(answer.body(), "/decidedAt")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(Letters.text(answer.body(), "/discardReason")).isEqualTo("A test order.");
        assertThat(api.post("/api/dead-letters/" + id + "/replay", "").status()).isEqualTo(409);
        assertThat(letters.audit()).containsExactly("api dead-letter.discard " + id + " A test order.");
    }

    @Test
    void all_that_match_are_discarded() {
        letters.giveUp("orders", "p1", "square-unavailable");
        letters.giveUp("orders", "p2", "square-unauthorized");

        Api.Answer answer =
                api.post("/api/dead-letters/discard", "{\"code\": \"square-unauthorized\", \"reason\": \"Old.\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("discarded").intValue()).isEqualTo(1);
        assertThat(api.get("/api/dead-letters?state=OPEN").body().get("total").intValue())
                .isEqualTo(1);
        assertThat(letters.audit())
                .containsExactly("api dead-letter.discard null 1 dead letters (code square-unauthorized): Old.");
    }

    private String start() {
        return Letters.text(
                api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}").body(), "/id");
    }
}
