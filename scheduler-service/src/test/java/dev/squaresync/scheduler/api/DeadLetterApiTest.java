package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class DeadLetterApiTest {

    private static final WorkQueue PAGES = Topology.PAGES_TO_FETCH;
    private static final WorkQueue STREAMS = Topology.STREAMS_TO_PLAN;

    @Autowired
    private Api api;

    @Autowired
    private Consumers consumers;

    @Autowired
    private Letters letters;

    @Autowired
    private SettableClock clock;

    @Test
    void the_list_has_the_newest_first_and_goes_on_where_it_ended() {
        for (String partition : List.of("p1", "p2", "p3")) {
            letters.giveUp("orders", partition, "square-unavailable");
            clock.advance(Duration.ofMinutes(1));
        }

        JsonNode first = api.get("/api/dead-letters?limit=2").body();
        JsonNode second = api.get("/api/dead-letters?limit=2&before=" + Letters.text(first, "/next"))
                .body();

        assertThat(first.get("deadLetters"))
                .extracting(letter -> Letters.text(letter, "/partitionId"))
                .containsExactly("p3", "p2");
        assertThat(first.get("total").intValue()).isEqualTo(3);
        assertThat(second.get("deadLetters"))
                .extracting(letter -> Letters.text(letter, "/partitionId"))
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
        letters.giveUp("orders", "p1", "square-unavailable");
        letters.giveUp("catalog", "p1", "square-unauthorized");
        consumers.giveUp(STREAMS, Letters.request(), "square-unavailable", "Square did not answer.");
        letters.awaitLetters(3);

        assertThat(api.get("/api/dead-letters?" + filter).body().get("total").intValue())
                .isEqualTo(found);
        assertThat(api.get("/api/dead-letters/groups?" + filter).body().get("groups"))
                .hasSize(found);
    }

    @Test
    void groups_have_the_cause_in_common_and_show_the_latest_example() {
        letters.giveUp("orders", "p1", "square-unavailable");
        clock.advance(Duration.ofMinutes(1));
        String latest = letters.giveUp("orders", "p2", "square-unavailable");
        letters.giveUp("orders", "p3", "square-unauthorized");

        JsonNode groups = api.get("/api/dead-letters/groups?state=OPEN").body().get("groups");

        assertThat(groups).hasSize(2);
        JsonNode largest = groups.get(0);
        assertThat(Letters.text(largest, "/queue")).isEqualTo("square-sync.fetcher.pages");
        assertThat(Letters.text(largest, "/wireType")).isEqualTo("fetch-page.v1");
        assertThat(Letters.text(largest, "/code")).isEqualTo("square-unavailable");
        assertThat(Letters.text(largest, "/dataType")).isEqualTo("orders");
        assertThat(largest.get("count").intValue()).isEqualTo(2);
        assertThat(Letters.text(largest, "/firstSeenAt")).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(Letters.text(largest, "/lastSeenAt")).isEqualTo("2026-11-22T12:01:00Z");
        assertThat(Letters.text(largest, "/example/id")).isEqualTo(latest);
        assertThat(Letters.text(largest, "/example/reason")).isEqualTo("Why p2 failed.");
    }

    @Test
    void one_is_shown_with_its_headers_and_its_payload() {
        String id = letters.giveUp("orders", "p1", "square-unavailable");

        JsonNode letter = api.get("/api/dead-letters/" + id).body();

        assertThat(Letters.text(letter, "/state")).isEqualTo("OPEN");
        assertThat(letter.get("headers").isObject()).isTrue();
        assertThat(Letters.text(letter, "/payload")).contains("\"dataType\":\"orders\"");
        assertThat(letter.get("payloadBytes").intValue())
                .isEqualTo(Letters.text(letter, "/payload").length());
        assertThat(letter.get("truncated").booleanValue()).isFalse();
    }

    @Test
    void of_a_large_payload_the_beginning_is_shown_without_half_a_character() {
        byte[] body = ("x" + "é".repeat(40_000)).getBytes(StandardCharsets.UTF_8);
        consumers.giveUpRaw(PAGES, new Message(body, new MessageProperties()), "unreadable-message", "Why.");
        String id = Letters.text(letters.awaitLetters(1).get(0), "/id");

        JsonNode letter = api.get("/api/dead-letters/" + id).body();

        assertThat(Letters.text(letter, "/payload")).isEqualTo("x" + "é".repeat(32_767));
        assertThat(letter.get("payloadBytes").intValue()).isEqualTo(80_001);
        assertThat(letter.get("truncated").booleanValue()).isTrue();
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
        String id = letters.giveUp("orders", "p1", "square-unavailable");
        String url = "/api/dead-letters" + path.replace("ID", id);

        Api.Answer answer = method.equals("GET") ? api.get(url) : api.post(url, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Letters.text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:invalid-field");
        assertThat(Letters.text(answer.body(), "/field")).isEqualTo(field);
        assertThat(Letters.text(answer.body(), "/detail")).contains(detail);
        assertThat(Letters.text(api.get("/api/dead-letters/" + id).body(), "/state"))
                .isEqualTo("OPEN");
        assertThat(letters.audit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /no-id",
        "GET, /00000000-0000-0000-0000-000000000000",
        "POST, /00000000-0000-0000-0000-000000000000/replay",
        "POST, /00000000-0000-0000-0000-000000000000/discard",
    })
    void an_unknown_dead_letter_is_not_found(String method, String path) {
        String url = "/api/dead-letters" + path;

        Api.Answer answer = method.equals("GET")
                ? api.get(url)
                : api.post(url, "{\"reason\": \"Why.\"}".repeat(path.endsWith("discard") ? 1 : 0));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Letters.text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:not-found");
    }

    @Test
    void a_cursor_that_is_no_id_is_refused() {
        Api.Answer answer = api.get("/api/dead-letters?before=no-id");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Letters.text(answer.body(), "/field")).isEqualTo("before");
        assertThat(answer.body().has("pointer")).isFalse();
    }
}
