package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request for a run that is sent again starts nothing again. */
@SchedulerTest
class IdempotencyApiTest {

    private static final String RUNS = "/api/sync-runs";
    private static final String ORDERS = "{\"dataTypes\": [\"orders\"]}";
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private Api api;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Schedules schedules;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_same_request_is_answered_with_the_same_run() {
        Api.Answer first = api.post(RUNS, ORDERS, KEY, "a");
        Api.Answer again = api.post(RUNS, "{ \"full\": null, \"dataTypes\":[\"orders\"] }", KEY, "a");

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.response().headers().firstValue("Location"))
                .isEqualTo(first.response().headers().firstValue("Location"));
        assertThat(first.response().headers().firstValue("Idempotent-Replay")).isEmpty();
        assertThat(again.response().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(api.get(RUNS).body()).hasSize(1);
    }

    @Test
    void another_request_by_the_same_key_is_refused_and_starts_nothing() {
        api.post(RUNS, ORDERS, KEY, "a");

        Api.Answer other = api.post(RUNS, "{\"dataTypes\": [\"catalog\"]}", KEY, "a");

        assertThat(other.status()).isEqualTo(422);
        assertThat(Letters.text(other.body(), "/type")).isEqualTo("urn:square-sync:problem:idempotency-key-reused");
        assertThat(Letters.text(other.body(), "/field")).isEqualTo(KEY);
        assertThat(api.post("/api/schedules/catalog/trigger", "", KEY, "a").status())
                .isEqualTo(422);
        assertThat(api.get(RUNS).body()).hasSize(1);
    }

    @Test
    void two_at_the_same_moment_start_one_run() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Api.Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> senders.submit(sendingAfter(go)))
                    .toList();
            go.countDown();

            assertThat(answers)
                    .extracting(answer -> Letters.text(get(answer).body(), "/id"))
                    .containsOnly(Letters.text(get(answers.get(0)).body(), "/id"));
            assertThat(answers).allMatch(answer -> get(answer).status() == 202);
        } finally {
            senders.shutdownNow();
        }
        assertThat(api.get(RUNS).body()).hasSize(1);
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        String active = Letters.text(api.post(RUNS, ORDERS).body(), "/id");
        assertThat(api.post(RUNS, ORDERS, KEY, "a").status()).isEqualTo(409);
        assertThat(api.post(RUNS, "{\"dataTypes\": [\"order\"]}", KEY, "a").status())
                .isEqualTo(400);

        api.post(RUNS + "/" + active + "/cancel", "");

        Api.Answer started = api.post(RUNS, ORDERS, KEY, "a");
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.response().headers().firstValue("Idempotent-Replay")).isEmpty();
    }

    @Test
    void a_key_is_its_senders_own() {
        String token = Letters.text(
                api.post("/api/tokens", "{\"name\": \"other\", \"role\": \"operator\"}")
                        .body(),
                "/token");
        api.post(RUNS, ORDERS, KEY, "a");

        HttpRequest ofTheOther = api.bearing(token, "POST", RUNS, "{\"dataTypes\": [\"catalog\"]}")
                .header(KEY, "a")
                .build();

        assertThat(api.send(ofTheOther).status()).isEqualTo(202);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        schedules.putOff();
        String first = Letters.text(api.post(RUNS, ORDERS, KEY, "a").body(), "/id");
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(Letters.text(api.post(RUNS, ORDERS, KEY, "a").body(), "/id")).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));

        assertThat(api.post(RUNS, ORDERS, KEY, "a").status()).isEqualTo(409);
        api.post(RUNS + "/" + first + "/cancel", "");
        assertThat(Letters.text(api.post(RUNS, ORDERS, KEY, "a").body(), "/id")).isNotEqualTo(first);
    }

    @Test
    void repeating_and_triggering_know_keys_too() {
        String first = Letters.text(api.post(RUNS, ORDERS).body(), "/id");
        api.post(RUNS + "/" + first + "/cancel", "");

        String repeated = Letters.text(
                api.post(RUNS + "/" + first + "/repeat", "", KEY, "a").body(), "/id");
        String again = Letters.text(
                api.post(RUNS + "/" + first + "/repeat", "", KEY, "a").body(), "/id");
        String triggered = Letters.text(
                api.post("/api/schedules/catalog/trigger", "", KEY, "b").body(), "/id");

        assertThat(again).isEqualTo(repeated).isNotEqualTo(first);
        assertThat(Letters.text(
                        api.post("/api/schedules/catalog/trigger", "", KEY, "b").body(), "/id"))
                .isEqualTo(triggered);
    }

    @Test
    void a_roll_back_knows_keys_too() {
        String first = Letters.text(api.post(RUNS, ORDERS).body(), "/id");
        api.post(RUNS + "/" + first + "/cancel", "");
        String address = RUNS + "/" + first + "/rollback";

        Api.Answer undone = api.post(address, "{}", KEY, "a");
        Api.Answer again = api.post(address, "{}", KEY, "a");
        Api.Answer other = api.post(address, "{\"dryRun\": true}", KEY, "a");

        assertThat(undone.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(undone.body());
        assertThat(again.response().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.get(RUNS).body()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "",
                "a\tb",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void what_can_be_no_key_is_refused(String key) {
        Api.Answer answer = api.post(RUNS, ORDERS, KEY, key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Letters.text(answer.body(), "/field")).isEqualTo(KEY);
        assertThat(api.get(RUNS).body()).isEmpty();
    }

    @Test
    void old_keys_are_pruned() {
        schedules.putOff();
        api.post(RUNS, ORDERS, KEY, "a");
        clock.advance(Duration.ofHours(24));
        api.post(RUNS, "{\"dataTypes\": [\"catalog\"]}", KEY, "b");

        await().untilAsserted(() -> assertThat(jdbc.sql("select key from idempotency_keys")
                        .query(String.class)
                        .list())
                .containsExactly("b"));
    }

    private Callable<Api.Answer> sendingAfter(CountDownLatch go) {
        return () -> {
            go.await();
            return api.post(RUNS, ORDERS, KEY, "a");
        };
    }

    private static Api.Answer get(Future<Api.Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
